import recheck from "recheck/lib/browser.js";
import { limits } from "../subset/limits.ts";
import { wrongFeatures } from "./features.ts";
import { isProvenLinear } from "./proof.ts";
import { parseRegex } from "./tree.ts";
import { countWays } from "./ways.ts";

const known = new Map<string, string | null>();

const hint =
  "bound every repeat ([^.!?]{0,40} for .*, \\s{1,5} for \\s+), let neighbours match different characters, and do not nest repeats; trim() and split() replace patterns for white space at an end";

/** What is wrong with a pattern: features outside the subset, or a text on which it backtracks more than linearly; null when nothing is. */
export function regexFault(source: string, flags: string): string | null {
  const key = `${flags}/${source}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const fault = findFault(source, flags);
  known.set(key, fault);
  return fault;
}

function findFault(source: string, flags: string): string | null {
  const [wrong] = wrongFeatures(source, flags);
  if (wrong !== undefined) return wrong;
  if (source.length > limits.regex) {
    return `a pattern of ${source.length} characters, at most ${limits.regex} are allowed; split it into a list of patterns`;
  }
  const tree = parseRegex(source);
  if (countWays(tree, source, flags) > limits.regexWays) {
    return "counted repeats that can share a text in too many ways; make the counts smaller, and do not put one counted repeat into another";
  }
  return isProvenLinear(tree, source, flags) ? null : backtracks(source, flags);
}

/**
 * For what has no short proof: recheck, which knows whether a match ends the search early, and finds the text that shows the fault.
 * Counts, not clocks, end the analysis, so the same pattern gets the same verdict on a busy machine; the timeout is a last resort.
 * Automata decide where they can. Assertions and back-references are left to the fuzzer, which would take a long counted repeat for a superlinear one,
 * so there the counts are shortened first.
 */
function backtracks(source: string, flags: string): string | null {
  const exact = recheck.checkSync(source, flags, {
    ...patient,
    ...brief,
    checker: "auto",
    maxRepeatCount: 10_000,
    maxPatternSize: 10_000,
    maxNFASize: 1_000,
  });
  const verdict =
    exact.checker === "automaton" || !/\(\?<?[=!]|\\[1-9k]/.test(source)
      ? exact
      : recheck.checkSync(shortenCounts(source), flags, { ...patient, checker: "fuzz" });
  if (verdict.status === "safe")
    return verdict === exact && exact.checker !== "automaton" ? `a pattern with too many open repeats to be proven; ${hint}` : null;
  if (verdict.status === "unknown") return `a pattern whose cost could not be proven (${verdict.error.kind}); ${hint}`;
  const degree = verdict.complexity.type === "exponential" ? "exponential" : `degree ${verdict.complexity.degree}`;
  return `${degree} backtracking on ${shown(verdict.attack.pattern)}; ${hint}`;
}

/** A negative time makes recheck skip the re-check of its finding by a real engine and its clock. */
const patient = {
  timeout: 30_000,
  recallTimeout: -1,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  attackLimit: 10_000_000,
} as const;
/** Enough to name an attack on a pattern that is refused anyway. */
const brief = { maxIteration: 0, maxInitialGenerationSize: 20 } as const;

/** The same pattern with long counted repeats made short, which keeps what open repeats do to each other. */
function shortenCounts(source: string): string {
  return source.replace(/(\\.)|\{(\d+)(?:,(\d+))?\}/g, (whole, escape: string | undefined, low: string, high: string | undefined) => {
    if (escape !== undefined || Number(high ?? low) <= 5) return whole;
    return high === undefined ? "{3}" : `{${Math.min(Number(low), 2)},4}`;
  });
}

function shown(attack: string): string {
  return attack.length > 120 ? `${attack.slice(0, 117)}…` : attack;
}

import recheck from "recheck/lib/browser.js";
import { wrongFeatures } from "./regex-features.ts";
import { countWays, shortenCounts } from "./regex-counts.ts";
import { limits } from "./subset/limits.ts";

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
  if (source.length > limits.regex)
    return `a pattern of ${source.length} characters, at most ${limits.regex} are allowed; split it into a list of patterns`;
  return backtracks(source, flags) ?? shares(source, flags);
}

function shares(source: string, flags: string): string | null {
  if (countWays(source, flags) <= limits.regexWays) return null;
  return "counted repeats that can share a text in too many ways; make the counts smaller, and do not put one counted repeat into another";
}

/**
 * Counts, not clocks, end the analysis, so the same pattern gets the same verdict on a busy machine; the timeout is a last resort.
 * Automata decide where they can. Assertions and back-references are left to recheck's fuzzer, which would take a long counted repeat for a superlinear one,
 * so there the counts are shortened first.
 */
function backtracks(source: string, flags: string): string | null {
  const exact = recheck.checkSync(source, flags, { checker: "automaton", timeout: lastResortMs, recallTimeout: skip });
  const verdict =
    exact.status === "unknown" && exact.error.kind === "unsupported"
      ? recheck.checkSync(shortenCounts(source), flags, {
          checker: "fuzz",
          attackLimit,
          attackTimeout: null,
          incubationTimeout: null,
          seedingTimeout: null,
          timeout: lastResortMs,
          recallTimeout: skip,
        })
      : exact;
  if (verdict.status === "safe") return null;
  if (verdict.status === "unknown") return `a pattern whose cost could not be proven (${verdict.error.kind}); ${hint}`;
  return `${verdict.complexity.type === "exponential" ? "exponential" : `degree ${verdict.complexity.degree}`} backtracking on ${shown(verdict.attack.pattern)}; ${hint}`;
}

const lastResortMs = 30_000;
/** A negative time makes recheck skip the re-check of its finding against a real engine's clock. */
const skip = -1;
/** Characters that an attack may read. */
const attackLimit = 10_000_000;

function shown(attack: string): string {
  return attack.length > 120 ? `${attack.slice(0, 117)}…` : attack;
}

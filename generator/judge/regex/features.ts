import { limits } from "../subset/limits.ts";
import { regexEscapes, regexFlags, regexGroups } from "../subset/patterns.ts";

/** What of a pattern is outside the subset, one sentence each. The compiler has checked that the pattern is well formed. */
export function wrongFeatures(source: string, flags: string): string[] {
  const found: string[] = [];
  for (const flag of flags) if (!regexFlags.has(flag)) found.push(`the flag ${flag}; use only ${[...regexFlags.keys()].join(", ")}`);
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const character = source.charAt(i);
    if (character === "\\") {
      i += 1;
      const escape = source.charAt(i);
      if (/[A-Za-z0-9]/.test(escape) && !regexEscapes.has(escape))
        found.push(`the escape \\${escape}; use only ${[...regexEscapes].map((one) => `\\${one}`).join(" ")}`);
    } else if (inClass) inClass = character !== "]";
    else if (character === "[") inClass = true;
    else if (character === "(" && source.charAt(i + 1) === "?") {
      const opening = [...regexGroups.keys()].find((start) => source.startsWith(start, i));
      if (opening === undefined)
        found.push(`the group ${source.slice(i, i + 4)}…; use only ${[...regexGroups.keys()].map((one) => `${one}…)`).join(" ")}`);
    } else if (character === "{") {
      const counts = /^\{(\d+)(?:,(\d*))?\}/.exec(source.slice(i));
      if (counts !== null && Math.max(Number(counts[1]), Number(counts[2] ?? 0)) > limits.regexCount) {
        found.push(`the count ${counts[0]}; count to ${limits.regexCount} at most`);
      }
    }
  }
  return [...new Set(found)];
}

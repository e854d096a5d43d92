/**
 * In how many ways the counted repeats of a pattern can share a text: the product of their ranges along a path, the largest among alternatives,
 * to the power of the count around them. A repeat whose end is plain to see, because what follows matches none of its characters, adds no way.
 * This bounds the cost of a pattern at one start, where automata call every bounded repeat constant.
 */
export function countWays(source: string, flags: string): number {
  return alternatives(source, flags, { at: 0 }).ways;
}

/** The same pattern with long counted repeats made short, which keeps what unbounded repeats do to each other. */
export function shortenCounts(source: string): string {
  return source.replace(/(\\.)|\{(\d+)(?:,(\d+))?\}/g, (whole, escape: string | undefined, low: string, high: string | undefined) => {
    if (escape !== undefined || Number(high ?? low) <= 5) return whole;
    return high === undefined ? "{3}" : `{${Math.min(Number(low), 2)},4}`;
  });
}

interface Place {
  at: number;
}

/** A part of a sequence. `atom` is the text of a one-character atom, null for groups and assertions. */
interface Term {
  readonly ways: number;
  readonly range: number;
  readonly least: number;
  readonly atom: string | null;
}

/** A range of up to four is too common and too cheap to count. */
const free = 4;
/** Beyond every limit. */
const countless = 1e12;

function alternatives(source: string, flags: string, place: Place): { readonly ways: number } {
  let most = 1;
  let path: Term[] = [];
  for (; place.at < source.length && source.charAt(place.at) !== ")";) {
    if (source.charAt(place.at) === "|") {
      place.at += 1;
      path = [];
    } else path.push(term(source, flags, place));
    most = Math.max(most, waysAlong(path, flags));
  }
  return { ways: most };
}

function waysAlong(path: readonly Term[], flags: string): number {
  let product = 1;
  path.forEach(({ ways, range, atom }, index) => {
    const next = path[index + 1];
    const ends = atom !== null && next?.atom != null && next.least > 0 && isApart(atom, next.atom, flags);
    product = Math.min(countless, product * ways * (ends || range <= free ? 1 : range));
  });
  return product;
}

function term(source: string, flags: string, place: Place): Term {
  const start = place.at;
  const inner = atom(source, flags, place);
  const text = source.slice(start, place.at);
  const single = inner === null && !/^(?:\\[bB1-9k]|[\^$])/.test(text) ? text : null;
  const ways = inner ?? 1;
  const counts = /^\{(\d+)(?:,(\d*))?\}\??/.exec(source.slice(place.at));
  if (counts === null) {
    const simple = /^[*+?]\??/.exec(source.slice(place.at))?.[0] ?? "";
    place.at += simple.length;
    return { ways, range: 1, least: simple === "" || simple.startsWith("+") ? 1 : 0, atom: single };
  }
  place.at += counts[0].length;
  const least = Number(counts[1]);
  const most = counts[2] === undefined ? least : counts[2] === "" ? least + 1 : Number(counts[2]);
  return { ways: power(ways, most), range: most - least + 1, least, atom: single };
}

/** Moves past one atom; the ways inside a group, null for anything else. */
function atom(source: string, flags: string, place: Place): number | null {
  const character = source.charAt(place.at);
  if (character === "(") {
    place.at += /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(source.slice(place.at))?.[0].length ?? 1;
    const { ways } = alternatives(source, flags, place);
    place.at += 1;
    return ways;
  }
  const length = /^(?:\[(?:\\.|[^\]\\])*\]|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[pP]\{[^}]*\}|\\k<[^>]*>|\\.)/s.exec(
    source.slice(place.at),
  )?.[0].length;
  place.at += length ?? 1;
  return null;
}

/** Whether two one-character atoms have no character in common, tried on ASCII and some others. */
function isApart(one: string, other: string, flags: string): boolean {
  const kept = flags.replace(/[^iusm]/g, "");
  const [a, b] = [new RegExp(`^(?:${one})$`, kept), new RegExp(`^(?:${other})$`, kept)];
  return !probes.some((probe) => a.test(probe) && b.test(probe));
}

const probes: readonly string[] = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ..."\u00a0\u00df\u00e9\u0301\u2019\u2028\u20ac\u4e00\u{1f600}",
];

/** By multiplication, up to a number beyond every limit. */
function power(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent && base > 1 && product < countless; i++) product *= base;
  return Math.min(countless, product);
}

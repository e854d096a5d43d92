/** A pattern as a tree; groups are what they hold. */
export type RegexNode =
  | { readonly kind: "character"; /** Source of an atom that matches one character. */ readonly text: string }
  | { readonly kind: "boundary"; readonly inverted: boolean }
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "reference" }
  | { readonly kind: "look"; readonly body: RegexNode }
  | { readonly kind: "sequence"; readonly parts: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly options: readonly RegexNode[] }
  | { readonly kind: "repeat"; readonly body: RegexNode; readonly least: number; /** Infinity when open. */ readonly most: number };

interface Text {
  readonly source: string;
  at: number;
}

/** Reads a pattern that the compiler has found well formed. */
export function parseRegex(source: string): RegexNode {
  return choice({ source, at: 0 });
}

/** Takes what matches at the place, or null. */
function take(text: Text, pattern: RegExp): RegExpExecArray | null {
  const found = pattern.exec(text.source.slice(text.at));
  text.at += found?.[0].length ?? 0;
  return found;
}

function choice(text: Text): RegexNode {
  const options: RegexNode[] = [];
  let parts: RegexNode[] = [];
  for (; text.at < text.source.length && text.source.charAt(text.at) !== ")";) {
    if (take(text, /^\|/) === null) parts.push(repeat(text));
    else {
      options.push({ kind: "sequence", parts });
      parts = [];
    }
  }
  const last: RegexNode = { kind: "sequence", parts };
  return options.length === 0 ? last : { kind: "choice", options: [...options, last] };
}

function repeat(text: Text): RegexNode {
  const body = atom(text);
  const found = take(text, /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/);
  if (found === null) return body;
  const [, sign, low = "0", comma, high = ""] = found;
  if (sign !== undefined) return { kind: "repeat", body, least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Infinity };
  const least = Number(low);
  return { kind: "repeat", body, least, most: comma === "" ? least : high === "" ? Infinity : Number(high) };
}

function atom(text: Text): RegexNode {
  const look = take(text, /^\(\?<?[=!]/);
  if (look !== null || take(text, /^\((?:\?:|\?<[^>]*>)?/) !== null) {
    const body = choice(text);
    text.at += 1;
    return look === null ? body : { kind: "look", body };
  }
  if (take(text, /^\^/) !== null) return { kind: "start" };
  if (take(text, /^\$/) !== null) return { kind: "end" };
  const boundary = take(text, /^\\([bB])/);
  if (boundary !== null) return { kind: "boundary", inverted: boundary[1] === "B" };
  if (take(text, /^\\(?:k<[^>]*>|[1-9]\d*)/) !== null) return { kind: "reference" };
  const one =
    /^(?:\[(?:\\.|[^\]\\])*\]|\\u\{[^}]*\}|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\[pP]\{[^}]*\}|\\.|[\ud800-\udbff][\udc00-\udfff]|.)/s;
  return { kind: "character", text: take(text, one)?.[0] ?? "" };
}

/** A shorter "key" is a placeholder for a local endpoint ("ollama", "x"), and taking it out would damage the text. */
const shortestKey = 8;
/** Pieces of a key of this length are taken out, too. */
const piece = 12;

/** The text without the key, pieces of it, and its usual codings: endpoints like to quote what they were sent. */
export function scrub(text: string, key: string): string {
  if (key.length < shortestKey) return text;
  const base64 = Buffer.from(key).toString("base64").replace(/=+$/, "");
  const forms = [key, base64, encodeURIComponent(key)];
  const plain = /\\u00/i.test(text) ? text.replace(/\\u00([2-7][\da-f])/gi, spelled) : text;
  return [...new Set(forms)].reduce(without, forms.some((form) => plain.includes(form.slice(0, piece))) ? plain : text);
}

/** An escape of JSON as the character itself, where that is one of a key. */
function spelled(escape: string, code: string): string {
  const character = String.fromCharCode(Number.parseInt(code, 16));
  return /[\w.-]/.test(character) ? character : escape;
}

/** Without every run that a secret holds, of at least `piece` characters. */
function without(text: string, secret: string): string {
  const size = Math.min(piece, secret.length);
  const ranges: [from: number, to: number][] = [];
  for (let i = 0; i + size <= secret.length; i++) {
    const part = secret.slice(i, i + size);
    for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) ranges.push([at, at + size]);
  }
  let out = "";
  let end = 0;
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    if (from > end || (from === 0 && end === 0)) out += `${text.slice(end, from)}***`;
    end = Math.max(end, to);
  }
  return out + text.slice(end);
}

/** Foreign text fit for a message: no key nor what looks like a piece of one, one line, no control characters, a few hundred characters. */
export function safeLine(text: string, key: string): string {
  const clean = scrub(text, key).replace(/\b(sk-|Bearer )[\w*.-]{4,}/g, "$1***");
  const flat = clean.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
  return flat.length <= 400 ? flat : `${flat.slice(0, 400)}…`;
}

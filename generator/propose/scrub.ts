/** A shorter "key" is a placeholder for a local endpoint ("ollama", "x"), and taking it out would damage the text. */
const shortestKey = 8;

/** The text without the key: endpoints like to quote what they were sent. */
export function scrub(text: string, key: string): string {
  return key.length < shortestKey ? text : text.replaceAll(key, "***");
}

/** Foreign text fit for a message: no key nor what looks like a piece of one, one line, no control characters, a few hundred characters. */
export function safeLine(text: string, key: string): string {
  const clean = scrub(text, key).replace(/\b(sk-|Bearer )[\w*.-]{4,}/g, "$1***");
  const flat = clean.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
  return flat.length <= 400 ? flat : `${flat.slice(0, 400)}…`;
}

const ALIASES: readonly (readonly [string, readonly string[]])[] = [
  ["email", ["e-mail", "mail", "email"]],
  ["chat", ["chat", "live chat", "webchat"]],
  ["phone", ["phone", "call", "telephone"]],
];

/** One name a channel. */
export function channel_alias(value: string | null): string | null {
  if (value === null) {
    return null;
  }
  const key = value.trim().toLowerCase();
  const found = ALIASES.find(([, spellings]) => spellings.includes(key));
  return found ? found[0] : value;
}

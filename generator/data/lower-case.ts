/** Small letters, for Latin, Greek and Cyrillic only: their mapping is the same in every engine and Unicode version. */
export function lowerCase(text: string): string {
  return text.replace(/[A-Z\u00c0-\u052f]+/g, (run) => run.toLowerCase());
}

/** The value of a JSON text; undefined when it is none, so that the caller's message can name the file. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { format } from "prettier";

/** Options of the user's own Prettier, as plain data. */
type PrettierOptions = Readonly<Record<string, unknown>>;

/** Gives a text its final form; the path decides the language. */
export type Format = (path: string, text: string) => Promise<string>;

/** Formats by the user's options; where they say nothing, by Prettier's own, 100 characters wide. Line ends are LF always. */
export function formatWith(options: PrettierOptions): Format {
  return (path, text) => format(text, { printWidth: 100, ...options, endOfLine: "lf", filepath: path });
}

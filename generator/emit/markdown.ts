import { oneLine } from "./comment.ts";

/** Text from outside as Markdown prose on one line: none of it becomes markup or HTML. */
export function prose(text: string): string {
  return oneLine(text).replace(/[\\`*[\]<>|~&]|\b_|_\b/g, "\\$&");
}

/** Text from outside in code type. */
export function code(text: string): string {
  const line = oneLine(text);
  if (!/[`|\\]/.test(line)) return `\`${line}\``;
  return prose(line);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

import { KilnError } from "../errors.ts";

/**
 * A template with every `{{slot}}` replaced. Strict, because a prompt with a hole looks like a prompt; text that comes in by a slot is never expanded again.
 *
 * @param file Name of the template, for messages.
 * @throws {KilnError} "config" when the template names a slot that has no text, lacks a slot that has one, or holds a malformed one.
 */
export function fill(file: string, template: string, slots: ReadonlyMap<string, string>): string {
  const used = new Set<string>();
  const text = template.replace(/\{\{(.*?)\}\}|\{\{/g, (whole, slot: string | undefined) => {
    const value = slots.get(slot ?? "");
    if (value === undefined || slot === undefined) {
      throw new KilnError("config", `prompts/${file}: unknown slot ${whole}; expected one of ${list(slots.keys())}`);
    }
    used.add(slot);
    return value;
  });
  const unused = [...slots.keys()].filter((slot) => !used.has(slot));
  if (unused.length > 0)
    throw new KilnError("config", `prompts/${file}: expected the slot ${list(unused)}, which the template does not have`);
  return text;
}

function list(slots: Iterable<string>): string {
  return [...slots].map((slot) => `{{${slot}}}`).join(", ");
}

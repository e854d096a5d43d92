/** File names that Windows keeps for devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** File name without ending for every step, in order: its words in kebab-case, made unique by a number. */
export function stepFiles(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = kebab(name);
    let file = base;
    for (let n = 2; taken.has(file); n++) file = `${base}-${String(n)}`;
    taken.add(file);
    return file;
  });
}

/** The name under which a file can import `name` beside the identifiers that it uses itself. */
export function importName(name: string, used: ReadonlySet<string>): string {
  let local = name;
  while (used.has(local)) local = `${local}_step`;
  return local;
}

/** `amount_value` and `amountValue` both become `amount-value`. */
function kebab(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  const joined = words.join("-").toLowerCase();
  return joined === "" || devices.test(joined) ? `${joined}-step`.replace(/^-/, "") : joined;
}

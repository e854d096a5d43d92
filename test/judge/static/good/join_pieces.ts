/** Digits of the order number, in groups of four. */
export function join_pieces(value: string | null): string | null {
  if (value === null) return null;
  const digits = value.replace(/\D+/g, "");
  let out = "";
  for (let i = 0; i < digits.length; i += 4) {
    out = out === "" ? digits.slice(i, i + 4) : out + " " + digits.slice(i, i + 4);
  }
  return out === "" ? null : out;
}

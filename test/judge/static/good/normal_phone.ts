/** Telephone numbers as digits with a leading plus. */
export function normal_phone(value: string | null): string | null {
  if (value === null) return null;
  const digits = value.replace(/\D/g, "");
  return digits.length < 6 ? null : "+" + digits;
}

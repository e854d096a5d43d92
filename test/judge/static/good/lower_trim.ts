/** Lower case without outer space; null for empty. */
export function lower_trim(value: string | null): string | null {
  const trimmed = (value ?? "").trim().toLowerCase();
  return trimmed.length > 0 ? trimmed : null;
}

const DATE = /(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>\d{4})/;

/** Dates as ISO text. */
export function named_groups(value: string | null): string | null {
  const groups = value === null ? undefined : DATE.exec(value)?.groups;
  if (groups === undefined) return value;
  const day = (groups["day"] ?? "").padStart(2, "0");
  const month = (groups["month"] ?? "").padStart(2, "0");
  return `${groups["year"] ?? ""}-${month}-${day}`;
}

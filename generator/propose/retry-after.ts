/** A date as HTTP tells it ("Sun, 06 Nov 1994 08:49:37 GMT"), or in one of its two obsolete forms. */
const forms: readonly RegExp[] = [
  /^\w{3}, (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^\w+, (?<day>\d\d)-(?<month>\w{3})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^\w{3} (?<month>\w{3}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
];
const months = "JanFebMarAprMayJunJulAugSepOctNovDec";

/**
 * How long an endpoint asks to be left alone, in ms; null when it does not say.
 * A date is read against the answer's own `Date`, so no clock of ours is asked; one that is past asks for no pause.
 */
export function retryAfterMs(headers: Headers): number | null {
  const exact = plain(headers.get("retry-after-ms"));
  if (exact !== null) return exact;
  const text = headers.get("retry-after");
  const seconds = plain(text);
  if (seconds !== null) return seconds * 1000;
  const [until, now] = [msOf(text ?? ""), msOf(headers.get("date") ?? "")];
  return until === null || now === null ? null : Math.max(0, until - now);
}

/** A plain number that is not negative; too many digits are many. */
function plain(text: string | null): number | null {
  const found = text?.trim() ?? "";
  return /^\d+(\.\d+)?$/.test(found) ? Math.min(Number(found), Number.MAX_SAFE_INTEGER) : null;
}

function msOf(date: string): number | null {
  for (const form of forms) {
    const { day, month, year, time } = form.exec(date.trim())?.groups ?? {};
    const at = months.indexOf(month ?? "?");
    if (at === -1 || at % 3 !== 0) continue;
    const [hour, minute, second] = (time ?? "").split(":").map(Number);
    const full = Number(year) < 100 ? 2000 + Number(year) : Number(year);
    return Date.UTC(full, at / 3, Number(day), hour, minute, second);
  }
  return null;
}

/** Seconds of a day as an HTTP date tells them ("Sun, 06 Nov 1994 08:49:37 GMT"). */
const timeOfDay = / (\d\d):(\d\d):(\d\d) GMT$/;

/**
 * How long an endpoint asks to be left alone, in ms; null when it does not say.
 * A date is read against the answer's own `Date`, so no clock of ours is asked; one that lies more than half a day ahead counts as past.
 */
export function retryAfterMs(headers: Headers): number | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const until = secondsOf(text);
  const now = secondsOf(headers.get("date") ?? "");
  if (until === null || now === null) return null;
  const ahead = (until - now + 86_400) % 86_400;
  return ahead > 43_200 ? 0 : ahead * 1000;
}

function secondsOf(date: string): number | null {
  const found = timeOfDay.exec(date);
  return found === null ? null : Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]);
}

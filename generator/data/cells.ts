/** Numbers and dates out of text, by one strict spelling each. Null means "not that". */

const plainDecimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/;

/** A plain finite decimal (`12`, `-1.5`, `1e3`); no thousands, units, hex or infinities. Never −0. */
export function parseNumber(text: string): number | null {
  if (!plainDecimal.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value + 0 : null;
}

const isoDate = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))?)?$/;

/** Seconds from 1970-01-01 to an ISO date with an optional time (no zone counts as UTC), if the day and time exist. */
export function parseDate(text: string): number | null {
  const found = isoDate.exec(text);
  if (!found) return null;
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((i) => Number(found[i] ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return null;
  const zoneMinutes = Number(found[9] ?? 0) * 60 + Number(found[10] ?? 0);
  const offset = found[8] === "-" ? -zoneMinutes : zoneMinutes;
  const fraction = found[7] === undefined ? 0 : Number(`0.${found[7]}`);
  return daysFromEpoch(year, month, day) * 86400 + hour * 3600 + (minute - offset) * 60 + second + fraction;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
function daysFromEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Days and instants as the API writes them, shown as people here write them; never through a time zone
 * of the machine: a day is text, and an instant carries Vietnam's offset. */

const DAY = /^(\d{4})-(\d{2})-(\d{2})/;
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;
/** Milliseconds ahead of UTC, all the year round. */
const VIETNAM = 7 * 3_600_000;

/** "2026-03-09" as 09/03/2026. */
export function day(iso: string): string {
  return iso.replace(DAY, "$3/$2/$1").slice(0, 10);
}

const TYPED = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;

/** A day as somebody types it ("9/3/2026", "09032026", also "2026-03-09"), as the API writes it; null
 * where it is none, such as 30/02/2026. */
export function parseDay(text: string): string | null {
  const typed = text.trim();
  const [, date = "", mon = "", year = ""] = TYPED.exec(typed) ?? DIGITS.exec(typed) ?? [];
  const iso = year === "" ? typed : `${year}-${mon.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const known = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  if (known === null || Number.isNaN(known.valueOf())) return null;
  return known.toISOString().slice(0, 10) === iso ? iso : null;
}

/** "2026-03-01" as 03/2026. */
export function month(iso: string): string {
  return `${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}

/** "2026-03-09T14:05:00+07:00" as 09/03/2026 14:05. */
export function instant(iso: string): string {
  const [, year, mon, date, hour, minute] = INSTANT.exec(iso) ?? [];
  return year === undefined ? iso : `${date}/${mon}/${year} ${hour}:${minute}`;
}

/** Today in Vietnam, as the API writes days. */
export function today(now: Date = new Date()): string {
  return new Date(now.valueOf() + VIETNAM).toISOString().slice(0, 10);
}

/** The first day of the month so many months after the one of `iso`. */
export function shiftMonth(iso: string, by: number): string {
  const index = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + by;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}

/** Whole days from one day to another; below zero where `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}

/** The last day of the month of `iso`. */
export function lastOfMonth(iso: string): string {
  return shiftDay(shiftMonth(iso, 1), -1);
}

/** So many days later, or earlier. */
export function shiftDay(iso: string, by: number): string {
  const shifted = new Date(Date.parse(iso.slice(0, 10)) + by * 86_400_000);
  return shifted.toISOString().slice(0, 10);
}

/** The day of `iso` in the month of `month`; its last day where it has fewer days. */
export function sameDayIn(month: string, iso: string): string {
  const last = lastOfMonth(month);
  const same = `${month.slice(0, 8)}${iso.slice(8, 10)}`;
  return same < last ? same : last;
}

/** The later of two days. */
export function laterOf(left: string, right: string): string {
  return left.localeCompare(right) < 0 ? right : left;
}

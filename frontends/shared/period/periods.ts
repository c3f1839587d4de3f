import { shiftDay, shiftMonth, today } from "@congtam/format";
import { usually } from "@congtam/i18n";

/** The years whose periods are quarters, up to the next one; every other year's are months. One score
 * is given for one period, which is named by its first day (art. 3.4). */
export type Quarters = readonly number[];

const MONTH = 1;
/** How many months a quarter has. */
export const QUARTER = 3;

let own: Quarters = [];

/** The years of the agency of whoever is signed in; told once, where the page begins. */
export function keepQuarters(years: Quarters): void {
  own = years;
  usually(monthsIn(today()));
}

/** How many months the period has that a day lies in: in the agency that has these years, or else in
 * the agency of whoever is signed in. So does everything below. */
export function monthsIn(day: string, quarters: Quarters = own): number {
  return quarters.includes(Number(day.slice(0, 4))) ? QUARTER : MONTH;
}

/** The first day of the period that a day lies in. */
export function periodOf(day: string, quarters: Quarters = own): string {
  const before = (Number(day.slice(5, 7)) - 1) % monthsIn(day, quarters);
  return shiftMonth(day, -before);
}

/** The last day of the period that a day lies in. */
export function lastOfPeriod(day: string, quarters: Quarters = own): string {
  return shiftDay(after(day, quarters), -1);
}

/** The first day of the period so many periods after the one that a day lies in. */
export function shiftPeriod(day: string, by: number, quarters: Quarters = own): string {
  let found = periodOf(day, quarters);
  for (let left = by; left < 0; left++) found = periodOf(shiftDay(found, -1), quarters);
  for (let left = by; left > 0; left--) found = after(found, quarters);
  return found;
}

/** The last periods, the one that a day lies in first: as many as begin within the twelve months
 * until then. */
export function lastPeriods(day: string, quarters: Quarters = own): string[] {
  return backTo(shiftMonth(periodOf(day, quarters), -11), day, quarters);
}

/** The periods of a year that have begun by a day, the latest first; of a year to come its first. */
export function periodsOf(year: number, day: string, quarters: Quarters = own): string[] {
  const first = `${year}-01-01`;
  const last = day < `${year}-12-31` ? day : `${year}-12-31`;
  return last < first ? [first] : backTo(first, last, quarters);
}

function after(day: string, quarters: Quarters): string {
  return shiftMonth(periodOf(day, quarters), monthsIn(day, quarters));
}

function backTo(first: string, day: string, quarters: Quarters): string[] {
  const found = [];
  let period = periodOf(day, quarters);
  for (; period >= first; period = shiftPeriod(period, -1, quarters)) found.push(period);
  return found;
}

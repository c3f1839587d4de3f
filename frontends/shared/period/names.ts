import { month } from "@congtam/format";
import { say } from "@congtam/i18n";
import { QUARTER } from "./periods";

/** A period as it stands by itself: "04/2026", or "Quý II/2026" where it has three months. */
export function periodName(period: string, months: number): string {
  return months === QUARTER ? quarter("period.quarter", period) : month(period);
}

/** For a text about a period: what it is called within a sentence ("tháng 04/2026", "quý II/2026"),
 * and how many months it has. */
export function spoken(period: string, months: number): { period: string; months: number } {
  const name =
    months === QUARTER
      ? quarter("period.ofQuarter", period)
      : say("period.ofMonth", { month: month(period) });
  return { period: name, months };
}

function quarter(key: "period.quarter" | "period.ofQuarter", period: string): string {
  const number = Math.ceil(Number(period.slice(5, 7)) / QUARTER);
  return say(key, { number, year: period.slice(0, 4) });
}

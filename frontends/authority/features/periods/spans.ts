import type { Span } from "@congtam/graph";
import { say } from "@congtam/i18n";

/** A quarter, a half-year or a year. */
export interface SpanOf {
  key: string;
  span: Span;
  /** Its first day. */
  period: string;
  number: number;
  year: number;
}

const SIZES: readonly [Span, number][] = [
  ["QUARTER", 3],
  ["HALF_YEAR", 6],
  ["YEAR", 12],
];
const SINCE = 2026;

/** The spans that have begun until a day, the latest first, of this year and the one before. */
export function spansOf(today: string): SpanOf[] {
  const year = Number(today.slice(0, 4));
  const years = [year, year - 1].filter((each) => each >= SINCE);
  const all = years.flatMap((each) => SIZES.flatMap(([span, size]) => ofYear(each, span, size)));
  return all
    .filter(({ period }) => period <= today)
    .sort((left, right) => right.period.localeCompare(left.period));
}

function ofYear(year: number, span: Span, size: number): SpanOf[] {
  return Array.from({ length: 12 / size }, (_, place) => {
    const first = String(place * size + 1).padStart(2, "0");
    const period = `${year}-${first}-01`;
    return { key: `${span} ${period}`, span, period, number: place + 1, year };
  });
}

export function nameOf({ span, number, year }: SpanOf): string {
  return say(`span.${span}`, { number, year });
}

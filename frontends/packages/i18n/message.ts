import type { LocalizedString } from "@internationalized/string";

export type Message = LocalizedString;
export type Values = Record<string, string | number | boolean>;
type Filled = (values: Record<string, string | number>) => string;
type Written = string | Filled;

/** Texts by key, each in Vietnamese with the English beside it. */
export function texts<Key extends string>(
  said: Record<Key, readonly [vi: Written, en: Written]>,
): Record<Key, readonly [Message, Message]> {
  return said as Record<Key, readonly [Message, Message]>;
}

let usual = 1;

/** How many months a period has for whoever reads: what a text means that is not told of which. */
export function usually(months: number): void {
  usual = months;
}

/** What a period is that has so many months: "tháng" or "quý". */
export function kind(months: string | number | undefined): string {
  return isQuarter(months) ? "quý" : "tháng";
}

/** The same in English. */
export function kindEn(months: string | number | undefined): string {
  return isQuarter(months) ? "quarter" : "month";
}

function isQuarter(months: string | number = usual): boolean {
  return Number(months) === 3;
}

/** With a capital, where a sentence begins with it. */
export function capital(text: string | number | undefined): string {
  return String(text).replace(/^./u, (letter) => letter.toUpperCase());
}

/** A quarter's number as it is written: I to IV. */
export function roman(number: string | number | undefined): string {
  return ["I", "II", "III", "IV"][Number(number) - 1] ?? String(number);
}

/** "1 task", "2 tasks": English counts; Vietnamese does not. */
export function counted(count: string | number | undefined, one: string, many: string): string {
  return `${count} ${String(count) === "1" ? one : many}`;
}

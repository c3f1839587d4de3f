import { laterOf, parseDecimal, sameDayIn, shiftMonth } from "@congtam/format";
import type {
  AssigningQuery,
  AssignWorkRow,
  LastMonthQuery,
  OfferedQuery,
  PartInput,
} from "@congtam/graph";
import { language } from "@congtam/i18n";
import { lastOfPeriod, monthsIn, type Quarters, shiftPeriod } from "@congtam/shared/period";

export type Load = AssigningQuery["monthLoads"][number];
export type Product = OfferedQuery["productsOffered"]["nodes"][number];
export type Earlier = LastMonthQuery["last"]["nodes"][number];

/** One part of long work: its share of the whole, its own day, and what is to be there by then. */
export interface Part {
  share: string;
  dueOn: string;
  milestone: string;
}

/** Work that is about to be assigned, to one or several people alike. */
export interface Draft {
  product: Product | null;
  /** By their posts. */
  people: string[];
  quantity: string;
  dueOn: string;
  urgent: boolean;
  title: string;
  note: string;
  /** Empty where all of it is due on one day. */
  parts: Part[];
}

export function begun(period: string, today: string, quarters?: Quarters): Draft {
  const dueOn = laterOf(lastOfPeriod(period, quarters), today);
  return {
    product: null,
    people: [],
    quantity: "1",
    dueOn,
    urgent: false,
    title: "",
    note: "",
    parts: [],
  };
}

/** Equal parts of the whole, each due at the end of a period, the first on the day given. */
export function spreadOver(count: number, dueOn: string, quarters?: Quarters): Part[] {
  if (count < 2) return [];
  const each = Math.floor(100 / count);
  const ending = (place: number) => lastOfPeriod(shiftPeriod(dueOn, place, quarters), quarters);
  return Array.from({ length: count }, (_, place) => ({
    share: String(place < 100 - each * count ? each + 1 : each),
    dueOn: place === 0 ? dueOn : ending(place),
    milestone: "",
  }));
}

export type Lacking = "product" | "people" | "quantity" | "dueOn" | "parts";

/** What has still to be said before it can be sent. */
export function lacking(draft: Draft): Lacking[] {
  const shares = draft.parts.map(({ share }) => parseDecimal(share, language()));
  const found: [Lacking, boolean][] = [
    ["product", draft.product === null],
    ["people", draft.people.length === 0],
    ["quantity", exactOf(draft.quantity) === null],
    ["dueOn", draft.parts.length === 0 && draft.dueOn === ""],
    ["parts", shares.includes(null) || draft.parts.some(({ dueOn }) => dueOn === "")],
  ];
  return found.flatMap(([name, lacks]) => (lacks ? [name] : []));
}

/** One row for each person, in the order chosen. */
export function rowsOf(draft: Draft): AssignWorkRow[] {
  const { product, people, title, note } = draft;
  const quantity = exactOf(draft.quantity);
  if (product === null || quantity === null) return [];
  const spread: PartInput[] = draft.parts.map((part) => ({
    share: parseDecimal(part.share, language()) ?? part.share,
    dueOn: part.dueOn,
    milestone: part.milestone,
  }));
  const dueOn = spread.reduce((last, part) => laterOf(last, part.dueOn), "");
  return people.map((posting) => ({
    posting,
    product: product.id,
    quantity,
    dueOn: dueOn || draft.dueOn,
    origin: draft.urgent ? "URGENT" : "PLANNED",
    title,
    note,
    spread,
  }));
}

/** A number above nothing, as the API wants it; null for anything else. */
export function exactOf(typed: string): string | null {
  const exact = parseDecimal(typed, language());
  return exact === null || /^[-0.]*$/.test(exact) || exact.startsWith("-") ? null : exact;
}

/** What of an earlier period can be given again: whole pieces of counted, planned work. */
export function repeatable(line: Earlier): boolean {
  return line.product.process === null && line.origin === "PLANNED" && Number(line.share) === 100;
}

/** The day of an earlier piece of work in another period, today at the earliest. */
export function dueAgain(
  line: Earlier,
  period: string,
  today: string,
  quarters?: Quarters,
): string {
  const before = (Number(line.dueOn.slice(5, 7)) - 1) % monthsIn(line.dueOn, quarters);
  const same = sameDayIn(shiftMonth(period, before), line.dueOn);
  return same < today ? laterOf(lastOfPeriod(period, quarters), today) : same;
}

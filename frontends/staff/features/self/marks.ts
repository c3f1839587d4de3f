import { compareDecimals } from "@congtam/format";
import type { MarkInput, SelfSheetQuery } from "@congtam/graph";

export type Sheet = NonNullable<SelfSheetQuery["sheet"]>;
type Criterion = Sheet["criteria"][number];

/** What is typed of a self-assessment: exact decimals by criterion, empty where nothing is said yet. */
export interface Draft {
  marks: Record<string, string>;
  comment: string;
  /** The sheet's round: what was typed for an earlier one is not carried over. */
  round: number;
}

/** What the sheet holds already, as a draft to go on from. */
export function begun(sheet: Sheet): Draft {
  const given = Object.fromEntries(
    (sheet.marks ?? []).map((mark) => [mark.criterion, mark.self ?? ""]),
  );
  const marks = sheet.criteria.map(({ code }) => [code, given[code] ?? ""]);
  return { marks: Object.fromEntries(marks), comment: sheet.selfComment ?? "", round: sheet.round };
}

/** The criteria that have no mark yet, or one outside of what the law lets it be. */
export function unfinished(draft: Draft, criteria: Criterion[]): Criterion[] {
  return criteria.filter(({ code, most }) => {
    const mark = draft.marks[code] ?? "";
    return mark === "" || compareDecimals(mark, "0") < 0 || compareDecimals(mark, most) > 0;
  });
}

/** Full marks where nothing is said yet. */
export function filled(draft: Draft, criteria: Criterion[]): Draft {
  const marks = criteria.map(({ code, most }) => [code, draft.marks[code] || most]);
  return { ...draft, marks: Object.fromEntries(marks) };
}

export function sent(draft: Draft): MarkInput[] {
  return Object.entries(draft.marks).map(([criterion, points]) => ({ criterion, points }));
}

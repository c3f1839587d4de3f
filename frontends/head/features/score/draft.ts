import { byGivenName } from "@congtam/format";
import type { JudgingQuery, LeadershipInput, MarkInput } from "@congtam/graph";

export type Sheet = JudgingQuery["now"][number];
export type Before = JudgingQuery["last"][number];

/** A head's judgement while it is made: exact decimals by criterion, and what is chosen for leaders. */
export interface Draft {
  marks: Record<string, string>;
  comment: string;
  organising: string;
  organisingReason: string;
  unity: string;
  unityReason: string;
  /** d, only where the server asks for it. */
  unitResult: string;
  unitResultReason: string;
}

export const FULL = "1";
export const HALF = "0.5";

/** Where a judgement begins: with an earlier one of this month, else with what the person says of
 * himself, and with the reasons of last month. Nothing of it counts before the head confirms it. */
export function begun(sheet: Sheet, before: Before | undefined): Draft {
  const marks = (sheet.marks ?? []).map((mark) => [mark.criterion, mark.head ?? mark.self ?? ""]);
  return {
    marks: Object.fromEntries(marks),
    comment: sheet.headComment ?? "",
    organising: sheet.organising ?? FULL,
    organisingReason: sheet.organisingReason ?? before?.organisingReason ?? "",
    unity: sheet.unity ?? FULL,
    unityReason: sheet.unityReason ?? before?.unityReason ?? "",
    unitResult: "",
    unitResultReason: "",
  };
}

export function marksOf(draft: Draft): MarkInput[] {
  return Object.entries(draft.marks).map(([criterion, points]) => ({ criterion, points }));
}

/** What is chosen for a leader; null for everybody else. */
export function leadershipOf(sheet: Sheet, draft: Draft): LeadershipInput | null {
  if (sheet.role !== "LEADER") return null;
  return {
    organising: draft.organising,
    organisingReason: draft.organisingReason,
    unity: draft.unity,
    unityReason: draft.unityReason,
    unitResult: draft.unitResult === "" ? null : draft.unitResult,
    unitResultReason: draft.unitResultReason,
  };
}

/** The order of the evening: members by given name, then those whose result rests on others. */
export function inTurn(sheets: Sheet[]): Sheet[] {
  const rank = (sheet: Sheet) => (sheet.role === "LEADER" ? 1 : 0);
  return [...sheets].sort(
    (left, right) =>
      rank(left) - rank(right) || byGivenName(left.person.fullName, right.person.fullName),
  );
}

/** The next person who may be scored and is not yet, after one of them and around again. */
export function nextAfter(turn: Sheet[], id: string): Sheet | null {
  const place = turn.findIndex((sheet) => sheet.id === id);
  const around = [...turn.slice(place + 1), ...turn.slice(0, Math.max(place, 0))];
  return around.find(waits) ?? null;
}

export function waits(sheet: Sheet): boolean {
  return sheet.state === "SELF_ASSESSED" && sheet.allowedActions.includes("ScoreSheet");
}

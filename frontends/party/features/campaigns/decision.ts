import type {
  DecidedReviewFragment,
  GroupPlacesFragment,
  Level,
  PartyCategory,
} from "@congtam/graph";
import { NO_PAPER, paperOf } from "@congtam/shared/party/paper-of";

/** A decision as it is prepared. */
export interface Draft {
  /** Who is excellent, by group; a group that nobody touched is not there. */
  chosen: Partial<Record<PartyCategory, string[]>>;
  reasons: Partial<Record<PartyCategory, string>>;
  /** Levels that are not the law's, by review. */
  levels: Record<string, { level: Level | ""; reason: string }>;
  decision: typeof NO_PAPER;
}

export const NOTHING: Draft = { chosen: {}, reasons: {}, levels: {}, decision: NO_PAPER };

export type Lack = "levels" | "choices" | "reasons" | "decision";

/** Whether more are excellent by law than the group has places: then somebody chooses, with a reason. */
export function isContested({ aboveLine, places }: GroupPlacesFragment): boolean {
  return places > 0 && places < aboveLine;
}

/** What is missing before the set can be decided; whether it is lawful the graph says. */
export function lacking(
  draft: Draft,
  groups: readonly GroupPlacesFragment[],
  reviews: readonly DecidedReviewFragment[],
): Lack[] {
  const lacks: Lack[] = [];
  const open = reviews.filter(({ lawfulLevel }) => lawfulLevel === null);
  const told = Object.values(draft.levels).filter(({ level }) => level !== "");
  if (
    open.some(({ id }) => (draft.levels[id]?.level ?? "") === "") ||
    told.some(({ reason }) => reason.trim() === "")
  ) {
    lacks.push("levels");
  }
  const contested = groups.filter(isContested).map(({ category }) => category);
  if (contested.some((category) => (draft.chosen[category] ?? []).length === 0)) {
    lacks.push("choices");
  }
  if (contested.some((category) => (draft.reasons[category] ?? "").trim() === "")) {
    lacks.push("reasons");
  }
  if (paperOf(draft.decision) === null) lacks.push("decision");
  return lacks;
}

/** The decision as it is sent; null while its document is missing. */
export function sent(draft: Draft, groups: readonly GroupPlacesFragment[]) {
  const decision = paperOf(draft.decision);
  if (decision === null) return null;
  const levels = Object.entries(draft.levels).flatMap(([review, { level, reason }]) =>
    level === "" ? [] : [{ review, level, reason }],
  );
  const choices = groups.filter(isContested).map(({ category }) => ({
    category,
    chosen: draft.chosen[category] ?? [],
    reason: draft.reasons[category] ?? "",
  }));
  return { decision, levels, choices };
}

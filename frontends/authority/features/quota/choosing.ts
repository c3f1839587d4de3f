import type { ClassBoardQuery, Level } from "@congtam/graph";

export type Round = NonNullable<ClassBoardQuery["classificationRound"]>;
export type Group = Round["groups"][number];
type Part = Pick<Group, "id" | "quotaSet" | "dutyGroup" | "outcome"> & {
  candidates: { nodes: { id: string }[] };
};

/** Whom the head chose in one group, and why. */
export interface Chosen {
  cases: string[];
  reason: string;
}

/** By the group. */
export type Choices = Record<string, Chosen>;

export const nothing: Chosen = { cases: [], reason: "" };

/** The groups of similar duties; what has no key is the whole set. */
export function partsOf<Each extends { dutyGroup: string }>(groups: Each[]): Each[] {
  return groups.filter((group) => group.dutyGroup !== "");
}

/** The choices as the graph takes them: only where there is something to choose, and somebody has. */
export function told(groups: Part[], choices: Choices) {
  return partsOf(groups).flatMap(({ id, quotaSet, dutyGroup, outcome, candidates }) => {
    const { cases, reason } = choices[id] ?? nothing;
    // What was ticked before the set was counted anew may not be above the line any more.
    const chosen = cases.filter((each) => candidates.nodes.some((one) => one.id === each));
    if (outcome !== "CHOICE" || (chosen.length === 0 && reason.trim() === "")) return [];
    return [{ quotaSet, dutyGroup, chosen, reason }];
  });
}

/** Which level everybody of the set would get by these choices; null for whoever is not rated. */
export function levels(
  groups: Part[],
  cases: { id: string; lawfulLevel: Level | null }[],
  choices: Choices,
): Map<string, Level | null> {
  const found = new Map(cases.map(({ id, lawfulLevel }) => [id, lawfulLevel]));
  for (const { id, outcome, candidates } of partsOf(groups)) {
    const chosen = new Set(choices[id]?.cases);
    for (const candidate of candidates.nodes) {
      const stays = outcome === "EVERYBODY" || (outcome === "CHOICE" && chosen.has(candidate.id));
      found.set(candidate.id, stays ? "EXCELLENT" : "GOOD");
    }
  }
  return found;
}

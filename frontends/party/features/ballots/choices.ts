import type { PartyBallotKind, PartyChoice } from "@congtam/graph";

/** What may be voted, by what the vote is about. */
export const CHOICES = {
  CLASS: ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"],
  CONFIDENCE: ["HIGH", "CONFIDENT", "LOW"],
} as const satisfies Record<PartyBallotKind, readonly PartyChoice[]>;

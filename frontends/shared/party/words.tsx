import { decimal, shiftPoint } from "@congtam/format";
import type { Level, PartyReviewState } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { LevelBadge } from "@congtam/shared/sheet";
import { Badge, type Tone } from "@congtam/ui";

const STATES: Record<PartyReviewState, Tone> = {
  OPEN: "info",
  DECIDED: "good",
  NOT_RATED: "plain",
  WITHDRAWN: "plain",
};

/** A share of 1 as people read it: "0.4" is 40%. */
export function percent(share: string): string {
  return `${decimal(shiftPoint(share, 2), language())}%`;
}

/** Where a review stands; its class once that may be read. */
export function Reviewed({ state, level }: { state: PartyReviewState; level: Level | null }) {
  if (level !== null) return <LevelBadge level={level} />;
  return <Badge tone={STATES[state]}>{say(`party.review.${state}`)}</Badge>;
}

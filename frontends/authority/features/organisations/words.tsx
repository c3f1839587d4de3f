import type { Level, OrganisationReviewState, RecognitionState } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { LevelBadge } from "@congtam/shared/sheet";
import { Badge, Fact, type Tone } from "@congtam/ui";

const REVIEWS: Record<OrganisationReviewState, Tone> = {
  OPEN: "info",
  SUBMITTED: "warn",
  MARKED: "warn",
  RECOGNISED: "good",
  REPLACED: "plain",
  WITHDRAWN: "plain",
};
const ROUNDS: Record<RecognitionState, Tone> = { OPEN: "info", DECIDED: "warn", PUBLISHED: "good" };

export function ReviewState({ state }: { state: OrganisationReviewState }) {
  return <Badge tone={REVIEWS[state]}>{say(`review.${state}`)}</Badge>;
}

export function RoundState({ state }: { state: RecognitionState }) {
  return <Badge tone={ROUNDS[state]}>{say(`recognition.${state}`)}</Badge>;
}

export function LevelFact({ name, level }: { name: string; level: Level | null }) {
  return <Fact name={name}>{level === null ? "—" : <LevelBadge level={level} />}</Fact>;
}

/** The code of a criterion as decrees write it: what is kept as "dd" is the letter đ. */
export function letter(code: string): string {
  return code.replace(/\bdd$/, "đ");
}

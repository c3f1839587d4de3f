import type { ClassificationRoundState, ClassificationState } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Badge, type Tone } from "@congtam/ui";

const ROUNDS: Record<ClassificationRoundState, Tone> = {
  OPEN: "info",
  CLOSED: "warn",
  DECIDED: "warn",
  NOTIFIED: "good",
  PUBLISHED: "good",
};
const CASES: Record<ClassificationState, Tone> = {
  OPEN: "warn",
  EXCUSED: "info",
  SELF_REVIEWED: "info",
  DISCUSSED: "info",
  COMMENTED: "info",
  PROPOSED: "info",
  NOT_RATED: "plain",
  DECIDED: "good",
  NOTIFIED: "good",
  PUBLISHED: "good",
  WITHDRAWN: "plain",
};

/** Where a set stands. */
export function RoundState({ state }: { state: ClassificationRoundState }) {
  return <Badge tone={ROUNDS[state]}>{say(`classRound.${state}`)}</Badge>;
}

/** Where a case stands. */
export function CaseState({ state }: { state: ClassificationState }) {
  return <Badge tone={CASES[state]}>{say(`classCase.${state}`)}</Badge>;
}

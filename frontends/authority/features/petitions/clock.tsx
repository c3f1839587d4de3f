import { day } from "@congtam/format";
import type { PetitionLineFragment, PetitionState } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { spoken } from "@congtam/shared/period";
import { Badge, type Tone } from "@congtam/ui";

const TONES: Record<PetitionState, Tone> = {
  FILED: "info",
  UPHELD: "good",
  REJECTED: "plain",
  WITHDRAWN: "plain",
};

/** What a petition is about, in words. */
export function subject({
  about,
  period,
  periodMonths,
}: Pick<PetitionLineFragment, "about" | "period" | "periodMonths">) {
  const year = period.slice(0, 4);
  return say(`petitions.${about}`, { ...spoken(period, periodMonths), year });
}

export function State({ state }: { state: PetitionState }) {
  return <Badge tone={TONES[state]}>{say(`petition.${state}`)}</Badge>;
}

/** By when it is to be decided, and how many working days are left of it. */
export function Clock({ petition }: { petition: PetitionLineFragment }) {
  const left = petition.workingDaysLeft;
  return (
    <div className="stack-tight">
      <span>{day(petition.dueOn)}</span>
      {left === null ? null : (
        <Badge tone={petition.overdue ? "bad" : left <= 2 ? "warn" : "plain"}>
          {petition.overdue
            ? say("petitions.overdue", { days: -left })
            : say("petitions.left", { days: left })}
        </Badge>
      )}
    </div>
  );
}

import { day } from "@congtam/format";
import type { PersonnelActionKind, PersonnelActionState } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Badge, type Tone } from "@congtam/ui";

export const KINDS: readonly PersonnelActionKind[] = [
  "APPOINTMENT",
  "REAPPOINTMENT",
  "EXTENSION",
  "TRANSFER",
  "ROTATION",
  "SECONDMENT",
  "PERIODIC_CHANGE",
  "HIGHER_POST",
  "LOWER_POST",
  "RESIGNATION",
  "REMOVAL",
  "SUSPENSION",
  "TERMINATION",
  "DISCIPLINE",
];

const TONES: Record<PersonnelActionState, Tone> = {
  PROPOSED: "info",
  IN_PROCEDURE: "info",
  DECIDED: "good",
  EFFECTIVE: "good",
  REFUSED: "plain",
  WITHDRAWN: "plain",
  CANCELLED: "plain",
};

export function ActionState({ state }: { state: PersonnelActionState }) {
  return <Badge tone={TONES[state]}>{say(`actionState.${state}`)}</Badge>;
}

/** An article, as it stands beside what it is the ground of. */
export function Cite({ children }: { children: string }) {
  return <span className="quiet small">{children}</span>;
}

export function dayOr(on: string | null | undefined): string {
  return on ? day(on) : "—";
}

/** Where a record that a gate rests on may be read; null where it has no page. */
export function pathOf(evidence: { kind: string; id: string }, person: string): string | null {
  switch (evidence.kind) {
    case "proceeding":
    case "discipline":
      return `/authority/discipline/${person}`;
    case "personnel_action":
      return evidence.id === "" ? null : `/authority/actions/${evidence.id}`;
    case "classification":
    case "posting":
    case "protected_state":
    case "service_fact":
    case "wish":
      return `/authority/file/${person}/${evidence.id}`;
    default:
      return null;
  }
}

export function OnBehalf({ of }: { of: { fullName: string } | null }) {
  return of === null ? null : (
    <span className="quiet small"> {say("action.onBehalf", { who: of.fullName })}</span>
  );
}

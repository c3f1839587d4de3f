import { today } from "@congtam/format";
import {
  AnnounceCorrectionDocument,
  AnnulDisciplineDocument,
  type AnnulmentCause,
  RecordDisciplineDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { deedForm, type Field, paperOf, textOf, thePaper } from "@congtam/shared/forms";
import { rulingFields, rulingOf } from "@congtam/shared/ruling";
import type { OfPerson } from "./person-answer";
import type { Procedure } from "./procedure";

const CAUSES: readonly AnnulmentCause[] = ["WRONG", "FLAWED", "PARTY_ANNULLED", "MISRECORDED"];
const PAPER: Field = {
  kind: "paper",
  name: "document",
  label: "discipline.paper",
  isRequired: true,
};
type Versioned = { id: string; version: number };

export function rulingForm(found: OfPerson) {
  const person = found.person?.id ?? "";
  const open = found.proceduresOfPerson.nodes.filter((each) => each.closedOn === null);
  const standing = found.disciplineOfPerson.nodes.filter((each) => each.annulledAt === null);
  const decided = standing.map((each) => ({
    value: each.id,
    label: `${each.decisionNo}, ${say(`ruling.form.${each.form}`)}`,
  }));
  const ofOthers: Field[] =
    decided.length === 0
      ? []
      : [
          { kind: "choice", name: "sameActAs", label: "discipline.sameActAs", options: decided },
          { kind: "choice", name: "repeats", label: "discipline.repeats", options: decided },
        ];
  return deedForm({
    name: `ruling.${person}`,
    title: say("discipline.recordRuling"),
    why: say("discipline.recordRulingWhy"),
    confirm: say("discipline.record"),
    done: say("discipline.recorded"),
    fields: [
      ...rulingFields(),
      { kind: "day", name: "effectiveOn", label: "discipline.effectiveOn", isRequired: true },
      ...procedureEnded(open),
      ...ofOthers,
      { kind: "paper", name: "decision", label: "discipline.decision", isRequired: true },
    ],
    document: RecordDisciplineDocument,
    variables: (values) => ({
      person,
      ruling: {
        ...rulingOf(values, thePaper(values, "decision"), values.effectiveOn ?? ""),
        procedure: textOf(values, "procedure"),
        sameActAs: textOf(values, "sameActAs"),
        repeats: textOf(values, "repeats"),
      },
    }),
  });
}

/** The procedure that the decision ends, where one is under way. */
function procedureEnded(open: readonly Procedure[]): Field[] {
  if (open.length === 0) return [];
  const options = open.map((each) => ({
    value: each.id,
    label: `${say(`procedure.${each.kind}`)}, ${each.openingNo}`,
  }));
  return [{ kind: "choice", name: "procedure", label: "discipline.ends", options }];
}

export function annulment(decision: Versioned) {
  return deedForm({
    name: `annul.${decision.id}`,
    title: say("discipline.annul"),
    why: say("discipline.annulWhy"),
    confirm: say("discipline.annul"),
    done: say("discipline.recorded"),
    fields: [
      {
        kind: "choice",
        name: "because",
        label: "discipline.because",
        isRequired: true,
        options: CAUSES.map((value) => ({ value, label: say(`annulment.${value}`) })),
      },
      { kind: "long", name: "reason", label: "discipline.reason", isRequired: true },
      { kind: "paper", name: "conclusion", label: "discipline.conclusion" },
    ],
    document: AnnulDisciplineDocument,
    variables: (values) => ({
      decisionId: decision.id,
      version: decision.version,
      because: values.because as AnnulmentCause,
      reason: values.reason ?? "",
      conclusion: paperOf(values, "conclusion"),
    }),
  });
}

export function announcement(correction: Versioned) {
  return deedForm({
    name: `announce.${correction.id}`,
    title: say("discipline.announce"),
    why: say("discipline.announceWhy"),
    confirm: say("discipline.announce"),
    done: say("discipline.recorded"),
    start: { announcedOn: today() },
    fields: [
      { kind: "day", name: "announcedOn", label: "discipline.announcedOn", isRequired: true },
      PAPER,
    ],
    document: AnnounceCorrectionDocument,
    variables: (values) => ({
      correction: correction.id,
      version: correction.version,
      announcedOn: values.announcedOn ?? "",
      document: thePaper(values, "document"),
    }),
  });
}

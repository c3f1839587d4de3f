import { today } from "@congtam/format";
import {
  CloseProcedureDocument,
  ExtendProcedureDocument,
  type PostponementGround,
  PostponeProcedureDocument,
  type ProcedureKind,
  type ProcedureOutcome,
  RecordProcedureDocument,
  ResumeProcedureDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { deedForm, type Field, paperOf, textOf, thePaper } from "@congtam/shared/forms";

const KINDS: readonly ProcedureKind[] = [
  "ADMINISTRATIVE",
  "PARTY",
  "INSPECTION",
  "INVESTIGATION",
  "PROSECUTION",
  "TRIAL",
];
const GROUNDS: readonly PostponementGround[] = [
  "ILLNESS",
  "PREGNANCY",
  "MATERNITY",
  "SMALL_CHILD",
  "DETENTION",
];
/** A procedure that ends with discipline ends with the record of that decision. */
const OUTCOMES: readonly ProcedureOutcome[] = ["NO_VIOLATION", "STOPPED", "MISRECORDED"];
const PAPER: Field = {
  kind: "paper",
  name: "document",
  label: "discipline.paper",
  isRequired: true,
};
type Versioned = { id: string; version: number };

export function opening(person: string) {
  return deedForm({
    name: `procedure.${person}`,
    title: say("procedure.record"),
    why: say("procedure.recordWhy"),
    confirm: say("discipline.record"),
    done: say("discipline.recorded"),
    fields: [
      {
        kind: "choice",
        name: "kind",
        label: "procedure.kind",
        isRequired: true,
        options: KINDS.map((value) => ({ value, label: say(`procedure.${value}`) })),
      },
      { kind: "day", name: "openedOn", label: "procedure.openedOn", isRequired: true },
      { kind: "day", name: "foundOn", label: "procedure.foundOn", help: "procedure.foundOnHelp" },
      { kind: "long", name: "about", label: "procedure.about", isRequired: true },
      PAPER,
    ],
    document: RecordProcedureDocument,
    variables: (values) => ({
      person,
      opening: {
        kind: values.kind as ProcedureKind,
        openedOn: values.openedOn ?? "",
        about: values.about ?? "",
        document: thePaper(values, "document"),
        foundOn: textOf(values, "foundOn"),
      },
    }),
  });
}

export function extension(procedure: Versioned) {
  return deedForm({
    name: `extend.${procedure.id}`,
    title: say("procedure.extend"),
    why: say("procedure.extendWhy"),
    confirm: say("discipline.record"),
    done: say("discipline.recorded"),
    fields: [PAPER],
    document: ExtendProcedureDocument,
    variables: (values) => ({ ...about(procedure), document: thePaper(values, "document") }),
  });
}

export function postponement(procedure: Versioned) {
  return deedForm({
    name: `postpone.${procedure.id}`,
    title: say("procedure.postpone"),
    why: say("procedure.postponeWhy"),
    confirm: say("discipline.record"),
    done: say("discipline.recorded"),
    fields: [
      {
        kind: "choice",
        name: "ground",
        label: "procedure.ground",
        isRequired: true,
        options: GROUNDS.map((value) => ({ value, label: say(`postponement.${value}`) })),
      },
      { kind: "day", name: "begins", label: "discipline.from", isRequired: true },
      PAPER,
    ],
    document: PostponeProcedureDocument,
    variables: (values) => ({
      ...about(procedure),
      ground: values.ground as PostponementGround,
      begins: values.begins ?? "",
      document: thePaper(values, "document"),
    }),
  });
}

export function resumption(procedure: Versioned) {
  return deedForm({
    name: `resume.${procedure.id}`,
    title: say("procedure.resume"),
    confirm: say("discipline.record"),
    done: say("discipline.recorded"),
    start: { begins: today() },
    fields: [{ kind: "day", name: "begins", label: "discipline.from", isRequired: true }],
    document: ResumeProcedureDocument,
    variables: (values) => ({ ...about(procedure), begins: values.begins ?? "" }),
  });
}

export function closing(procedure: Versioned) {
  return deedForm({
    name: `close.${procedure.id}`,
    title: say("procedure.close"),
    why: say("procedure.closeWhy"),
    confirm: say("procedure.close"),
    done: say("discipline.recorded"),
    start: { closedOn: today() },
    fields: [
      {
        kind: "choice",
        name: "outcome",
        label: "procedure.outcome",
        isRequired: true,
        options: OUTCOMES.map((value) => ({ value, label: say(`procedureOutcome.${value}`) })),
      },
      { kind: "day", name: "closedOn", label: "procedure.closedOn", isRequired: true },
      { kind: "long", name: "note", label: "procedure.note", isRequired: true },
      { ...PAPER, isRequired: false },
    ],
    document: CloseProcedureDocument,
    variables: (values) => ({
      ...about(procedure),
      outcome: values.outcome as ProcedureOutcome,
      closedOn: values.closedOn ?? "",
      note: values.note ?? "",
      document: paperOf(values, "document"),
    }),
  });
}

function about({ id, version }: Versioned) {
  return { procedure: id, version };
}

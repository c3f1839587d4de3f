import { today } from "@congtam/format";
import {
  AnnulServiceFactDocument,
  EndProtectedStateDocument,
  ListPeriodicPositionDocument,
  type PersonnelActionKind,
  type ProtectedStateKind,
  RecordProtectedStateDocument,
  RecordSalaryDocument,
  StateWishDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { countOf, deedForm, numberOf, paperOf, textOf, thePaper } from "@congtam/shared/forms";
import { KINDS } from "./words";

const STATES: readonly ProtectedStateKind[] = [
  "PREGNANCY",
  "MATERNITY",
  "SMALL_CHILD",
  "SERIOUS_ILLNESS",
  "LONG_STUDY",
  "STUDY_ABROAD",
  "INPATIENT",
  "HARDSHIP",
  "SENSITIVE_DUTY",
  "SERVICE_COMMITMENT",
  "UNSETTLED_DEBTS",
];
const PAPER = {
  kind: "paper",
  name: "document",
  label: "personFile.paper",
  isRequired: true,
} as const;

export function recordState(person: string) {
  return deedForm({
    name: `state.${person}`,
    title: say("personFile.recordState"),
    why: say("personFile.recordStateWhy"),
    confirm: say("personFile.record"),
    done: say("personFile.recorded"),
    fields: [
      {
        kind: "choice",
        name: "state",
        label: "personFile.state",
        isRequired: true,
        options: STATES.map((value) => ({ value, label: say(`protected.${value}`) })),
      },
      { kind: "day", name: "since", label: "personFile.since", isRequired: true },
      { kind: "day", name: "until", label: "personFile.untilDay", help: "personFile.untilHelp" },
      PAPER,
    ],
    document: RecordProtectedStateDocument,
    variables: (values) => ({
      person,
      state: values.state as ProtectedStateKind,
      since: values.since ?? "",
      until: textOf(values, "until"),
      document: thePaper(values, "document"),
    }),
  });
}

export function endState(state: { id: string; version: number }) {
  return deedForm({
    name: `state-end.${state.id}`,
    title: say("personFile.end"),
    confirm: say("personFile.end"),
    done: say("personFile.ended"),
    fields: [
      { kind: "day", name: "until", label: "personFile.untilDay", isRequired: true },
      { kind: "long", name: "reason", label: "personFile.reason", isRequired: true },
    ],
    document: EndProtectedStateDocument,
    variables: (values) => ({
      id: state.id,
      version: state.version,
      until: values.until ?? "",
      reason: values.reason ?? "",
    }),
  });
}

export function recordWish(person: string) {
  return deedForm({
    name: `wish.${person}`,
    title: say("personFile.recordWish"),
    why: say("personFile.recordWishWhy"),
    confirm: say("personFile.record"),
    done: say("personFile.recorded"),
    start: { day: today() },
    fields: [
      {
        kind: "choice",
        name: "kind",
        label: "personFile.wish",
        isRequired: true,
        options: KINDS.map((value) => ({ value, label: say(`actionKind.${value}`) })),
      },
      { kind: "day", name: "day", label: "personFile.day", isRequired: true },
      { kind: "long", name: "said", label: "personFile.said", isRequired: true },
      PAPER,
    ],
    document: StateWishDocument,
    variables: (values) => ({
      person,
      kind: values.kind as PersonnelActionKind,
      said: values.said ?? "",
      day: textOf(values, "day"),
      document: paperOf(values, "document"),
    }),
  });
}

export function annulFact(fact: { id: string; version: number }) {
  return deedForm({
    name: `fact-annul.${fact.id}`,
    title: say("personFile.annul"),
    why: say("personFile.annulWhy"),
    confirm: say("personFile.annul"),
    done: say("personFile.wasAnnulled"),
    fields: [{ kind: "long", name: "reason", label: "personFile.reason", isRequired: true }],
    document: AnnulServiceFactDocument,
    variables: (values) => ({ id: fact.id, version: fact.version, reason: values.reason ?? "" }),
  });
}

export function listPosition(agency: string) {
  return deedForm({
    name: "periodic",
    title: say("periodic.add"),
    confirm: say("periodic.add"),
    done: say("periodic.added"),
    fields: [
      {
        kind: "position",
        name: "position",
        label: "periodic.position",
        isRequired: true,
        agency,
      },
      { kind: "number", name: "years", label: "periodic.years", isRequired: true },
      PAPER,
    ],
    document: ListPeriodicPositionDocument,
    variables: (values) => ({
      position: values.position ?? "",
      years: countOf(values, "years") ?? 0,
      document: thePaper(values, "document"),
    }),
  });
}

/** A salary coefficient from a day on; none for somebody without such a salary. */
export function recordSalary(person: string) {
  return deedForm({
    name: `salary.${person}`,
    title: say("personFile.recordSalary"),
    why: say("personFile.recordSalaryWhy"),
    confirm: say("personFile.record"),
    done: say("personFile.recorded"),
    fields: [
      {
        kind: "number",
        name: "coefficient",
        label: "personFile.coefficient",
        help: "personFile.noneHelp",
      },
      { kind: "day", name: "begins", label: "personFile.since", isRequired: true },
      PAPER,
    ],
    document: RecordSalaryDocument,
    variables: (values) => ({
      person,
      coefficient: numberOf(values, "coefficient"),
      begins: values.begins ?? "",
      document: thePaper(values, "document"),
    }),
  });
}

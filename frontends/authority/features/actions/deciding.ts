import { shiftDay } from "@congtam/format";
import {
  type AgreementSide,
  AgreePersonnelActionDocument,
  CancelPersonnelActionDocument,
  DecidePersonnelActionDocument,
  EndPersonnelActionEarlyDocument,
  RefusePersonnelActionDocument,
  WithdrawPersonnelActionDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { deedForm, type Field, textOf, thePaper, type Values } from "@congtam/shared/forms";
import { rulingFields, rulingOf } from "@congtam/shared/ruling";
import type { Action } from "./action-answer";

const REASON: Field = { kind: "long", name: "reason", label: "action.why", isRequired: true };

/** The decision of the head who alone may take it. */
export function decision(action: Action) {
  const isDiscipline = action.kind === "DISCIPLINE";
  return deedForm({
    name: `decide.${action.id}`,
    title: say("action.decide"),
    why: say("action.decideWhy", { who: action.person.fullName, what: action.name }),
    confirm: say("action.decideNow"),
    done: say("action.decided"),
    start: { effectiveOn: action.effectiveOn ?? "" },
    fields: [
      { kind: "day", name: "effectiveOn", label: "actions.from", isRequired: true },
      { kind: "day", name: "last", label: "action.lastDay", help: "action.lastDayHelp" },
      { kind: "paper", name: "decision", label: "action.decision", isRequired: true },
      { kind: "long", name: "note", label: "action.note" },
      ...(isDiscipline ? rulingFields() : []),
    ],
    document: DecidePersonnelActionDocument,
    variables: (values) => {
      const last = textOf(values, "last");
      const paper = thePaper(values, "decision");
      const effectiveOn = values.effectiveOn ?? "";
      return {
        action: action.id,
        version: action.version,
        effectiveOn,
        decision: paper,
        until: last === null ? null : shiftDay(last, 1),
        note: values.note ?? "",
        discipline: isDiscipline ? rulingOf(values, paper, effectiveOn) : null,
      };
    },
  });
}

export function agreement(action: Action, side: AgreementSide) {
  return deedForm({
    name: `agree.${side}.${action.id}`,
    title: say(`action.agree.${side}`),
    why: say("action.agreeWhy", { who: action.person.fullName, what: action.name }),
    confirm: say("action.agreeNow"),
    done: say("action.agreed"),
    fields: [
      { kind: "paper", name: "document", label: "action.agreement", isRequired: true },
      { kind: "long", name: "note", label: "action.note" },
    ],
    document: AgreePersonnelActionDocument,
    variables: (values) => ({
      action: action.id,
      version: action.version,
      side,
      document: thePaper(values, "document"),
      note: values.note ?? "",
    }),
  });
}

export function refusal(action: Action) {
  return deedForm({
    ...ending(action, "refuse"),
    title: say("action.refuse"),
    why: say("action.refuseWhy"),
    confirm: say("action.refuse"),
    done: say("action.refused"),
    document: RefusePersonnelActionDocument,
  });
}

export function withdrawal(action: Action) {
  return deedForm({
    ...ending(action, "withdraw"),
    title: say("action.withdraw"),
    why: say("action.withdrawWhy"),
    confirm: say("action.withdraw"),
    done: say("action.withdrawn"),
    document: WithdrawPersonnelActionDocument,
  });
}

export function cancellation(action: Action) {
  return deedForm({
    ...ending(action, "cancel"),
    title: say("action.cancel"),
    why: say("action.cancelWhy"),
    confirm: say("action.cancel"),
    done: say("action.cancelled"),
    document: CancelPersonnelActionDocument,
  });
}

/** A secondment or a suspension ends before its last day. */
export function endingEarly(action: Action) {
  return deedForm({
    name: `endEarly.${action.id}`,
    title: say("action.endEarly"),
    why: say("action.endEarlyWhy"),
    confirm: say("action.endEarly"),
    done: say("action.endedEarly"),
    fields: [
      { kind: "day", name: "endsOn", label: "action.endsOn", isRequired: true },
      { kind: "paper", name: "decision", label: "action.decision", isRequired: true },
      REASON,
    ],
    document: EndPersonnelActionEarlyDocument,
    variables: (values) => ({
      action: action.id,
      version: action.version,
      endsOn: values.endsOn ?? "",
      reason: values.reason ?? "",
      decision: thePaper(values, "decision"),
    }),
  });
}

function ending(action: Action, name: string) {
  return {
    name: `${name}.${action.id}`,
    fields: [REASON],
    variables: (values: Values) => ({
      action: action.id,
      version: action.version,
      reason: values.reason ?? "",
    }),
  };
}

import {
  AssignChargeDocument,
  CorrectPersonDocument,
  EndChargeDocument,
  EndPostingDocument,
  MovePostingDocument,
  type Office,
  type PostingMode,
  RevokeMandateDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { type DeedForm, deedForm, textOf } from "@congtam/shared/forms";
import type { Person, Posting } from "./person-answer";
import { endOf, modes, offices } from "./unit-deeds";

export function correctPerson(person: Person): DeedForm {
  return deedForm({
    document: CorrectPersonDocument,
    name: `correct.${person.id}`,
    title: say("structure.correct"),
    why: say("structure.correctWhy"),
    confirm: say("structure.correctDo"),
    done: say("structure.corrected"),
    start: { fullName: person.fullName, staffCode: person.staffCode ?? "" },
    fields: [
      { kind: "line", name: "fullName", label: "structure.fullName", isRequired: true },
      { kind: "line", name: "staffCode", label: "structure.staffCode" },
    ],
    variables: (values) => ({
      person: person.id,
      version: person.version,
      fullName: values.fullName ?? "",
      staffCode: textOf(values, "staffCode"),
    }),
  });
}

export function movePosting(person: Person, posting: Posting, agency: string): DeedForm {
  return deedForm({
    document: MovePostingDocument,
    name: `move.${posting.id}`,
    title: say("structure.moveOf", { who: person.fullName }),
    button: say("structure.move"),
    why: say("structure.moveWhy", { unit: posting.unit.name }),
    confirm: say("structure.move"),
    done: say("structure.moved"),
    start: { office: posting.office, mode: "APPOINTED" },
    fields: [
      {
        kind: "unit",
        name: "unit",
        label: "structure.newUnit",
        isRequired: true,
        agency,
      },
      {
        kind: "choice",
        name: "office",
        label: "structure.office",
        isRequired: true,
        options: offices(),
      },
      {
        kind: "choice",
        name: "mode",
        label: "structure.modeIs",
        isRequired: true,
        options: modes(),
      },
      { kind: "day", name: "begins", label: "structure.fromDay", isRequired: true },
      { kind: "line", name: "decisionNo", label: "structure.decisionNo" },
    ],
    variables: (values) => ({
      posting: posting.id,
      version: posting.version,
      unit: values.unit ?? "",
      office: values.office as Office,
      mode: values.mode as PostingMode,
      begins: values.begins ?? "",
      decisionNo: textOf(values, "decisionNo") ?? "",
    }),
  });
}

export function endPosting(person: Person, posting: Posting): DeedForm {
  return deedForm({
    document: EndPostingDocument,
    name: `end.${posting.id}`,
    title: say("structure.end"),
    why: say("structure.endWhy", { who: person.fullName, unit: posting.unit.name }),
    confirm: say("structure.end"),
    done: say("structure.ended"),
    fields: [{ kind: "day", name: "ends", label: "structure.endsOn", isRequired: true }],
    variables: (values) => ({
      posting: posting.id,
      version: posting.version,
      ends: values.ends ?? "",
    }),
  });
}

export function chargeOfUnit(posting: Posting, agency: string): DeedForm {
  return deedForm({
    document: AssignChargeDocument,
    name: `chargeUnit.${posting.id}`,
    title: say("structure.chargeUnit"),
    confirm: say("structure.chargeDo"),
    done: say("structure.charged"),
    fields: [
      { kind: "unit", name: "unit", label: "structure.unit", isRequired: true, agency },
      { kind: "day", name: "begins", label: "structure.fromDay", isRequired: true },
      { kind: "day", name: "last", label: "structure.toDay" },
    ],
    variables: (values) => ({
      deputy: posting.id,
      unit: values.unit ?? "",
      person: null,
      begins: values.begins ?? "",
      ends: endOf(values.last),
    }),
  });
}

export function chargeOfPerson(posting: Posting, agency: string): DeedForm {
  return deedForm({
    document: AssignChargeDocument,
    name: `chargePerson.${posting.id}`,
    title: say("structure.chargePerson"),
    confirm: say("structure.chargeDo"),
    done: say("structure.charged"),
    fields: [
      { kind: "person", name: "person", label: "structure.person", isRequired: true, agency },
      { kind: "day", name: "begins", label: "structure.fromDay", isRequired: true },
      { kind: "day", name: "last", label: "structure.toDay" },
    ],
    variables: (values) => ({
      deputy: posting.id,
      unit: null,
      person: values.person ?? "",
      begins: values.begins ?? "",
      ends: endOf(values.last),
    }),
  });
}

export function endCharge(charge: Posting["charges"][number]): DeedForm {
  const what = charge.unit?.name ?? charge.person?.fullName ?? "";
  return deedForm({
    document: EndChargeDocument,
    name: `endCharge.${charge.id}`,
    title: say("structure.endCharge", { what }),
    confirm: say("structure.endChargeDo"),
    done: say("structure.endedCharge"),
    fields: [{ kind: "day", name: "ends", label: "structure.endsOn", isRequired: true }],
    variables: (values) => ({ charge: charge.id, ends: values.ends ?? "" }),
  });
}

export function revokeMandate(person: Person, mandate: Person["mandates"][number]): DeedForm {
  return deedForm({
    document: RevokeMandateDocument,
    name: `revoke.${mandate.id}`,
    title: say("structure.revoke"),
    why: say("structure.revokeWhy", { who: person.fullName, unit: mandate.unit.name }),
    confirm: say("structure.revoke"),
    done: say("structure.revoked"),
    fields: [{ kind: "long", name: "reason", label: "structure.reason" }],
    variables: (values) => ({
      mandate: mandate.id,
      version: mandate.version,
      reason: textOf(values, "reason"),
    }),
  });
}

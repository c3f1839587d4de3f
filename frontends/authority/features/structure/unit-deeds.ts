import { shiftDay } from "@congtam/format";
import {
  AppointPostingDocument,
  CloseUnitDocument,
  EstablishUnitDocument,
  GrantMandateDocument,
  type MandateKind,
  MoveUnitDocument,
  type Office,
  type PostingMode,
  RevokeDelegationDocument,
  type Standing,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { type DeedForm, deedForm, textOf } from "@congtam/shared/forms";
import type { Found, Unit } from "./unit-answer";

const STANDINGS: readonly Standing[] = ["MANAGING", "USING", "DIRECT_USING", "NONE"];
const MANDATES: readonly MandateKind[] = ["PERSONNEL_OFFICER", "INSPECTOR", "ADMINISTRATOR"];
interface Option {
  value: string;
  label: string;
}

export const OFFICES: readonly Office[] = ["HEAD", "DEPUTY", "MEMBER"];
export const MODES: readonly PostingMode[] = ["APPOINTED", "ACTING", "SECONDED"];

/** The last day that a form names, as deeds take it: the day after. */
export function endOf(last: string | undefined): string | null {
  return last ? shiftDay(last, 1) : null;
}

export function offices(): Option[] {
  return OFFICES.map((value) => ({ value, label: say(`structure.office.${value}`) }));
}

export function modes(): Option[] {
  return MODES.map((value) => ({ value, label: say(`structure.mode.${value}`) }));
}

function standings(): Option[] {
  return STANDINGS.map((value) => ({ value, label: say(`structure.standing.${value}`) }));
}

export function establishUnit(unit: Unit): DeedForm {
  return deedForm({
    document: EstablishUnitDocument,
    name: `establishUnit.${unit.id}`,
    title: say("structure.establish"),
    why: say("structure.establishWhy", { unit: unit.name }),
    confirm: say("structure.establish"),
    done: say("structure.established"),
    start: { standing: "NONE" },
    fields: [
      { kind: "line", name: "name", label: "structure.unitName", isRequired: true },
      {
        kind: "choice",
        name: "standing",
        label: "structure.standingIs",
        isRequired: true,
        options: standings(),
      },
      { kind: "line", name: "code", label: "structure.codeOptional" },
      { kind: "day", name: "openedOn", label: "structure.fromDay", isRequired: true },
    ],
    variables: (values) => ({
      parent: unit.id,
      name: values.name ?? "",
      standing: values.standing as Standing,
      code: textOf(values, "code"),
      openedOn: values.openedOn ?? "",
    }),
  });
}

export function moveUnit(unit: Unit): DeedForm {
  return deedForm({
    document: MoveUnitDocument,
    name: `moveUnit.${unit.id}`,
    title: say("structure.moveUnit"),
    why: say("structure.moveUnitWhy", { unit: unit.name }),
    confirm: say("structure.moveUnit"),
    done: say("structure.movedUnit"),
    fields: [
      {
        kind: "unit",
        name: "parent",
        label: "structure.newAbove",
        isRequired: true,
        agency: unit.agency.id,
        without: unit.id,
      },
      { kind: "choice", name: "standing", label: "structure.newStanding", options: standings() },
      { kind: "day", name: "begins", label: "structure.fromDay", isRequired: true },
    ],
    variables: (values) => ({
      unit: unit.id,
      version: unit.version,
      parent: values.parent ?? "",
      standing: (textOf(values, "standing") as Standing | null) ?? null,
      begins: values.begins ?? "",
    }),
  });
}

export function closeUnit(unit: Unit): DeedForm {
  return deedForm({
    document: CloseUnitDocument,
    name: `closeUnit.${unit.id}`,
    title: say("structure.close"),
    why: say("structure.closeWhy", { unit: unit.name }),
    confirm: say("structure.close"),
    done: say("structure.closed"),
    fields: [{ kind: "day", name: "closedOn", label: "structure.closesOn", isRequired: true }],
    variables: (values) => ({
      unit: unit.id,
      version: unit.version,
      closedOn: values.closedOn ?? "",
    }),
  });
}

export function appoint(unit: Unit): DeedForm {
  return deedForm({
    document: AppointPostingDocument,
    name: `appoint.${unit.id}`,
    title: say("structure.appoint"),
    why: say("structure.appointWhy", { unit: unit.name }),
    confirm: say("structure.appointDo"),
    done: say("structure.appointed"),
    start: { office: "MEMBER", mode: "APPOINTED" },
    fields: [
      {
        kind: "person",
        name: "person",
        label: "structure.person",
        isRequired: true,
        agency: unit.agency.id,
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
      {
        kind: "position",
        name: "position",
        label: "structure.position",
        agency: unit.agency.id,
      },
      { kind: "check", name: "beside", label: "structure.besideThe" },
      { kind: "day", name: "begins", label: "structure.fromDay", isRequired: true },
      { kind: "day", name: "last", label: "structure.toDay" },
      { kind: "line", name: "decisionNo", label: "structure.decisionNo" },
    ],
    variables: (values) => ({
      person: values.person ?? "",
      unit: unit.id,
      office: values.office as Office,
      mode: values.mode as PostingMode,
      main: values.beside !== "true",
      position: textOf(values, "position"),
      begins: values.begins ?? "",
      ends: endOf(values.last),
      decisionNo: textOf(values, "decisionNo") ?? "",
    }),
  });
}

export function grantMandate(unit: Unit): DeedForm {
  return deedForm({
    document: GrantMandateDocument,
    name: `grant.${unit.id}`,
    title: say("structure.grant"),
    why: say("structure.grantWhy", { unit: unit.name }),
    confirm: say("structure.grant"),
    done: say("structure.granted"),
    fields: [
      {
        kind: "person",
        name: "person",
        label: "structure.person",
        isRequired: true,
        agency: unit.agency.id,
      },
      {
        kind: "choice",
        name: "kind",
        label: "structure.mandateIs",
        isRequired: true,
        options: MANDATES.map((value) => ({ value, label: say(`structure.mandate.${value}`) })),
      },
      { kind: "day", name: "begins", label: "structure.fromDay", isRequired: true },
      { kind: "day", name: "last", label: "structure.toDay" },
    ],
    variables: (values) => ({
      person: values.person ?? "",
      unit: unit.id,
      kind: values.kind as MandateKind,
      begins: values.begins ?? "",
      ends: endOf(values.last),
    }),
  });
}

export function revokeDelegation(lent: Found["delegationsOf"]["nodes"][number]): DeedForm {
  return deedForm({
    document: RevokeDelegationDocument,
    name: `revokeDelegation.${lent.id}`,
    title: say("structure.revokeLent"),
    why: say("structure.revokeLentWhy", { who: lent.actingHead.fullName }),
    confirm: say("structure.revokeLent"),
    done: say("structure.revokedLent"),
    fields: [{ kind: "long", name: "reason", label: "structure.reason" }],
    variables: (values) => ({
      delegation: lent.id,
      version: lent.version,
      reason: textOf(values, "reason"),
    }),
  });
}

import { EndAgencyCodeDocument, SetAgencyCodeDocument } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { type DeedForm, deedForm } from "@congtam/shared/forms";
import type { Agency, Code } from "./agency-answer";
import { endOf } from "./unit-deeds";

export function addCode(agency: Agency): DeedForm {
  return deedForm({
    document: SetAgencyCodeDocument,
    name: `addCode.${agency.id}`,
    title: say("agency.addCode"),
    why: say("agency.addCodeWhy", { agency: agency.name }),
    confirm: say("agency.addCode"),
    done: say("agency.codeAdded"),
    fields: [
      {
        kind: "line",
        name: "code",
        label: "agency.code",
        help: "agency.codeHelp",
        isRequired: true,
      },
      { kind: "day", name: "begins", label: "structure.fromDay", isRequired: true },
      { kind: "day", name: "last", label: "structure.toDay" },
    ],
    variables: (values) => ({
      agency: agency.id,
      code: values.code?.trim() ?? "",
      begins: values.begins ?? "",
      ends: endOf(values.last),
    }),
  });
}

export function endCode(code: Code): DeedForm {
  return deedForm({
    document: EndAgencyCodeDocument,
    name: `endCode.${code.id}`,
    title: say("agency.endCodeTitle", { code: code.code }),
    button: say("agency.endCode"),
    why: say("agency.endCodeWhy", { code: code.code }),
    confirm: say("agency.endCode"),
    done: say("agency.codeEnded"),
    fields: [{ kind: "day", name: "last", label: "agency.lastDay", isRequired: true }],
    variables: (values) => ({ code: code.id, ends: endOf(values.last) ?? "" }),
  });
}

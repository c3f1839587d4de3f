import { shiftDay } from "@congtam/format";
import {
  AskDossierDocument,
  DeclineDossierDocument,
  type DossierPurpose,
  GrantDossierDocument,
  RevokeDossierDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { deedForm, thePaper } from "@congtam/shared/forms";

const PURPOSES: readonly DossierPurpose[] = [
  "APPOINTMENT",
  "REAPPOINTMENT",
  "TRANSFER",
  "ROTATION",
  "SECONDMENT",
  "REWARD",
  "CLASSIFICATION",
];
type Versioned = { id: string; version: number };

export function asking(agency: string) {
  return deedForm({
    name: "dossier-ask",
    title: say("dossier.ask"),
    why: say("dossier.askWhy"),
    confirm: say("dossier.askNow"),
    done: say("dossier.wasAsked"),
    fields: [
      { kind: "line", name: "agencyCode", label: "dossier.agencyCode", isRequired: true },
      { kind: "line", name: "staffCode", label: "dossier.staffCode", isRequired: true },
      {
        kind: "choice",
        name: "purpose",
        label: "dossier.purpose",
        isRequired: true,
        options: PURPOSES.map((value) => ({ value, label: say(`dossierPurpose.${value}`) })),
      },
      {
        kind: "unit",
        name: "unit",
        label: "dossier.unit",
        help: "dossier.unitHelp",
        isRequired: true,
        agency,
      },
      { kind: "long", name: "matter", label: "dossier.matter", isRequired: true },
      { kind: "paper", name: "document", label: "dossier.letter", isRequired: true },
    ],
    document: AskDossierDocument,
    variables: (values) => ({
      unit: values.unit ?? "",
      agencyCode: values.agencyCode?.trim() ?? "",
      staffCode: values.staffCode?.trim() ?? "",
      purpose: values.purpose as DossierPurpose,
      matter: values.matter ?? "",
      document: thePaper(values, "document"),
    }),
  });
}

export function granting(request: Versioned) {
  return deedForm({
    name: `dossier-grant.${request.id}`,
    title: say("dossier.grant"),
    why: say("dossier.grantWhy"),
    confirm: say("dossier.grant"),
    done: say("dossier.granted"),
    fields: [{ kind: "day", name: "last", label: "dossier.last", isRequired: true }],
    document: GrantDossierDocument,
    variables: (values) => ({
      requestId: request.id,
      version: request.version,
      ends: shiftDay(values.last ?? "", 1),
    }),
  });
}

export function declining(request: Versioned) {
  return deedForm({
    name: `dossier-decline.${request.id}`,
    title: say("dossier.decline"),
    confirm: say("dossier.decline"),
    done: say("dossier.declined"),
    fields: [{ kind: "long", name: "reason", label: "dossier.reason", isRequired: true }],
    document: DeclineDossierDocument,
    variables: (values) => ({
      requestId: request.id,
      version: request.version,
      reason: values.reason ?? "",
    }),
  });
}

export function revoking(dossier: Versioned) {
  return deedForm({
    name: `dossier-revoke.${dossier.id}`,
    title: say("dossier.revoke"),
    why: say("dossier.revokeWhy"),
    confirm: say("dossier.revoke"),
    done: say("dossier.revoked"),
    fields: [{ kind: "long", name: "reason", label: "dossier.reason", isRequired: true }],
    document: RevokeDossierDocument,
    variables: (values) => ({
      dossierId: dossier.id,
      version: dossier.version,
      reason: values.reason ?? "",
    }),
  });
}

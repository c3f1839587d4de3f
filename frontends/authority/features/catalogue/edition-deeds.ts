import { decimal } from "@congtam/format";
import {
  ApproveCatalogueDocument,
  type ProcessKind,
  ProposeCatalogueDocument,
  PutProductDocument,
  RemoveProductDocument,
  ReturnCatalogueDocument,
} from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import {
  countOf,
  type DeedForm,
  deedForm,
  type Field,
  numberOf,
  type Values,
} from "@congtam/shared/forms";
import type { Edition, Product } from "./edition-answer";

const PROCESSES: readonly ProcessKind[] = ["ACCURACY", "TIMELINESS", "COMPLIANCE", "SATISFACTION"];

function fields(isNew: boolean): Field[] {
  const code: Field[] = isNew
    ? [{ kind: "line", name: "code", label: "editions.code", isRequired: true }]
    : [];
  return [
    ...code,
    { kind: "long", name: "name", label: "editions.product", isRequired: true },
    { kind: "line", name: "section", label: "editions.section" },
    { kind: "line", name: "output", label: "editions.output" },
    {
      kind: "number",
      name: "group",
      label: "editions.group",
      help: "editions.groupHelp",
      isRequired: true,
    },
    { kind: "number", name: "points", label: "editions.points", isRequired: true },
    {
      kind: "number",
      name: "coefficient",
      label: "editions.coefficient",
      help: "editions.coefficientHelp",
    },
    { kind: "long", name: "details", label: "editions.details" },
    { kind: "line", name: "note", label: "editions.note" },
  ];
}

function item(values: Values, code: string) {
  return {
    code,
    name: values.name ?? "",
    section: values.section ?? "",
    output: values.output ?? "",
    details: values.details ?? "",
    note: values.note ?? "",
    groupNo: countOf(values, "group") ?? 0,
    points: numberOf(values, "points") ?? "",
    coefficient: numberOf(values, "coefficient"),
  };
}

/** A new product, or another wording of one that stands in the draft. */
export function putProduct(edition: Edition, product: Product | null): DeedForm {
  return deedForm({
    document: PutProductDocument,
    name: `product.${product?.id ?? edition.id}`,
    title: say(product === null ? "editions.add" : "editions.change"),
    confirm: say("editions.save"),
    done: say("editions.saved"),
    start:
      product === null
        ? {}
        : {
            name: product.name,
            section: product.section,
            output: product.output,
            details: product.details,
            note: product.note,
            group: String(product.groupNo),
            points: typed(product.points),
            coefficient: typed(product.coefficient),
          },
    fields: fields(product === null),
    variables: (values) => ({
      catalogueId: edition.id,
      item: {
        ...item(values, product?.code ?? values.code ?? ""),
        process: product?.process ?? null,
        position: product?.position?.id ?? null,
      },
    }),
  });
}

/** An exact number as it is typed here. */
function typed(exact: string): string {
  return decimal(exact, language());
}

/** A process criterion: a product that measures one job position every month. */
export function putProcess(edition: Edition): DeedForm {
  return deedForm({
    document: PutProductDocument,
    name: `process.${edition.id}`,
    title: say("editions.addProcess"),
    why: say("editions.processWhy"),
    confirm: say("editions.save"),
    done: say("editions.saved"),
    fields: [
      ...fields(true),
      {
        kind: "choice",
        name: "process",
        label: "editions.processIs",
        isRequired: true,
        options: PROCESSES.map((value) => ({ value, label: say(`editions.process.${value}`) })),
      },
      {
        kind: "position",
        name: "position",
        label: "editions.position",
        isRequired: true,
        agency: edition.agency.id,
      },
    ],
    variables: (values) => ({
      catalogueId: edition.id,
      item: {
        ...item(values, values.code ?? ""),
        process: values.process as ProcessKind,
        position: values.position ?? null,
      },
    }),
  });
}

export function removeProduct(product: Product): DeedForm {
  return deedForm({
    document: RemoveProductDocument,
    name: `remove.${product.id}`,
    title: say("editions.remove"),
    why: say("editions.removeWhy", { product: `${product.code} ${product.name}` }),
    confirm: say("editions.remove"),
    done: say("editions.removed"),
    fields: [],
    variables: () => ({ productId: product.id, version: product.version }),
  });
}

export function propose(edition: Edition): DeedForm {
  return deedForm({
    document: ProposeCatalogueDocument,
    name: `propose.${edition.id}`,
    title: say("editions.propose"),
    why: say("editions.proposeWhy"),
    confirm: say("editions.propose"),
    done: say("editions.proposedDone"),
    fields: [],
    variables: () => ({ catalogueId: edition.id, version: edition.version }),
  });
}

export function approve(edition: Edition): DeedForm {
  return deedForm({
    document: ApproveCatalogueDocument,
    name: `approve.${edition.id}`,
    title: say("editions.approve"),
    why: say("editions.approveWhy"),
    confirm: say("editions.approve"),
    done: say("editions.approvedDone"),
    fields: [
      { kind: "line", name: "decisionNo", label: "editions.decisionNo", isRequired: true },
      { kind: "day", name: "inForceFrom", label: "editions.inForceFrom", isRequired: true },
    ],
    variables: (values) => ({
      catalogueId: edition.id,
      version: edition.version,
      decisionNo: values.decisionNo ?? "",
      inForceFrom: values.inForceFrom ?? "",
    }),
  });
}

export function sendBack(edition: Edition): DeedForm {
  return deedForm({
    document: ReturnCatalogueDocument,
    name: `return.${edition.id}`,
    title: say("editions.return"),
    why: say("editions.returnWhy"),
    confirm: say("editions.return"),
    done: say("editions.returnedDone"),
    fields: [{ kind: "long", name: "reason", label: "editions.reason", isRequired: true }],
    variables: (values) => ({
      catalogueId: edition.id,
      version: edition.version,
      reason: values.reason ?? "",
    }),
  });
}

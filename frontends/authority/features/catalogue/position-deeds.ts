import {
  ClosePositionDocument,
  DefineKpiDocument,
  DefinePositionDocument,
  type KpiDirection,
  type KpiFeeds,
  type KpiKind,
  type KpiMeasure,
  type PositionGroup,
  type Rank,
} from "@congtam/graph";
import { type Key, say } from "@congtam/i18n";
import { type DeedForm, deedForm, numberOf, textOf, type Values } from "@congtam/shared/forms";
import { entriesOf, linesOf } from "./parts";
import type { Criteria, Position } from "./position-answer";

const GROUPS: readonly PositionGroup[] = ["LEADERSHIP", "PROFESSIONAL", "SUPPORT"];
const RANKS: readonly Rank[] = [
  "SENIOR_EXPERT",
  "SENIOR_SPECIALIST",
  "PRINCIPAL_SPECIALIST",
  "SPECIALIST",
  "OFFICER",
  "EMPLOYEE",
];
const KINDS: readonly KpiKind[] = ["SPEARHEAD", "HARD", "SOFT"];
const MEASURES: readonly KpiMeasure[] = ["COUNT", "RATE", "RATING", "MILESTONE", "DEDUCTION"];
const DIRECTIONS: readonly KpiDirection[] = ["HIGHER_IS_BETTER", "LOWER_IS_BETTER"];
const FEEDS: readonly KpiFeeds[] = ["RESULT_UNITS", "CRITERION"];

/** Values with the words that stand for them. */
function options<Value extends string>(values: readonly Value[], key: (value: Value) => Key) {
  return values.map((value) => ({ value, label: say(key(value)) }));
}

/** Describe a new position, or `position` anew: a description is replaced as a whole. */
export function definePosition(agency: string, position: Position | null): DeedForm {
  return deedForm({
    document: DefinePositionDocument,
    name: `position.${position?.id ?? agency}`,
    title: say(position === null ? "positions.define" : "positions.describe"),
    ...(position === null ? {} : { why: say("positions.describeWhy") }),
    confirm: say("positions.save"),
    done: say("positions.saved"),
    start: position === null ? {} : described(position),
    fields: [
      { kind: "line", name: "code", label: "positions.code", isRequired: true },
      { kind: "line", name: "name", label: "positions.name", isRequired: true },
      { kind: "long", name: "purpose", label: "positions.purpose" },
      {
        kind: "choice",
        name: "group",
        label: "positions.group",
        options: options(GROUPS, (value) => `positions.group.${value}`),
      },
      {
        kind: "choice",
        name: "rank",
        label: "positions.rank",
        options: options(RANKS, (value) => `positions.rank.${value}`),
      },
      { kind: "day", name: "openedOn", label: "positions.since", isRequired: true },
      { kind: "long", name: "tasks", label: "positions.tasks", help: "positions.tasksHelp" },
      {
        kind: "long",
        name: "requirements",
        label: "positions.requirements",
        help: "positions.requirementsHelp",
      },
      {
        kind: "long",
        name: "competences",
        label: "positions.competences",
        help: "positions.competencesHelp",
      },
    ],
    variables: (values) => ({
      agency,
      ...(position === null ? {} : { position: position.id, version: position.version }),
      code: values.code ?? "",
      name: values.name ?? "",
      purpose: values.purpose ?? "",
      group: textOf(values, "group") as PositionGroup | null,
      rank: textOf(values, "rank") as Rank | null,
      openedOn: values.openedOn ?? "",
      tasks: entriesOf(values.tasks ?? "", 4).map(
        ([work = "", criterion = "", area = "", no = ""]) => ({ no, area, work, criterion }),
      ),
      requirements: entriesOf(values.requirements ?? "", 2).map(
        ([kind = "", requirement = ""]) => ({ kind, requirement }),
      ),
      competences: entriesOf(values.competences ?? "", 3).map(
        ([group = "", name = "", level = ""]) => ({ group, name, level }),
      ),
    }),
  });
}

function described(position: Position): Record<string, string> {
  return {
    code: position.code,
    name: position.name,
    purpose: position.purpose,
    group: position.group ?? "",
    rank: position.rank ?? "",
    openedOn: position.openedOn,
    tasks: linesOf(
      position.tasks.map(({ work, criterion, area, no }) => [work, criterion, area, no]),
    ),
    requirements: linesOf(
      position.requirements.map(({ kind, requirement }) => [kind, requirement]),
    ),
    competences: linesOf(
      position.competences.map(({ group, name, level }) => [group, name, level]),
    ),
  };
}

export function closePosition(position: Position): DeedForm {
  return deedForm({
    document: ClosePositionDocument,
    name: `closePosition.${position.id}`,
    title: say("positions.close"),
    why: say("positions.closeWhy", { position: position.name }),
    confirm: say("positions.close"),
    done: say("positions.closed"),
    fields: [{ kind: "day", name: "closedOn", label: "positions.closesOn", isRequired: true }],
    variables: (values) => ({
      position: position.id,
      version: position.version,
      closedOn: values.closedOn ?? "",
    }),
  });
}

export function defineKpi(position: Position, criteria: Criteria): DeedForm {
  const isCriterion = (values: Values) => values.feeds === "CRITERION";
  return deedForm({
    document: DefineKpiDocument,
    name: `kpi.${position.id}`,
    title: say("positions.kpi"),
    why: say("positions.kpiWhy"),
    confirm: say("positions.save"),
    done: say("positions.kpiSaved"),
    start: { feeds: "RESULT_UNITS", direction: "HIGHER_IS_BETTER" },
    fields: [
      { kind: "line", name: "code", label: "positions.code", isRequired: true },
      { kind: "line", name: "name", label: "positions.kpiName", isRequired: true },
      {
        kind: "choice",
        name: "kind",
        label: "positions.kind",
        isRequired: true,
        options: options(KINDS, (value) => `positions.kind.${value}`),
      },
      {
        kind: "choice",
        name: "measure",
        label: "positions.measure",
        isRequired: true,
        options: options(MEASURES, (value) => `positions.measure.${value}`),
      },
      { kind: "number", name: "target", label: "positions.target", isRequired: true },
      { kind: "line", name: "unit", label: "positions.unitOfMeasure", isRequired: true },
      {
        kind: "choice",
        name: "direction",
        label: "positions.direction",
        isRequired: true,
        options: options(DIRECTIONS, (value) => `positions.direction.${value}`),
      },
      {
        kind: "choice",
        name: "feeds",
        label: "positions.feeds",
        isRequired: true,
        options: options(FEEDS, (value) => `positions.feeds.${value}`),
      },
      {
        kind: "choice",
        name: "criterion",
        label: "positions.criterion",
        isRequired: true,
        asked: isCriterion,
        options: criteria.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
      },
      {
        kind: "product",
        name: "product",
        label: "positions.product",
        help: "positions.productHelp",
        agency: position.agency.id,
        asked: (values) => !isCriterion(values),
      },
      { kind: "day", name: "begins", label: "positions.since", isRequired: true },
    ],
    variables: (values) => ({
      position: position.id,
      code: values.code ?? "",
      name: values.name ?? "",
      kind: values.kind as KpiKind,
      measure: values.measure as KpiMeasure,
      target: numberOf(values, "target") ?? "",
      unitOfMeasure: values.unit ?? "",
      direction: values.direction as KpiDirection,
      feeds: values.feeds as KpiFeeds,
      criterion: isCriterion(values) ? textOf(values, "criterion") : null,
      productId: isCriterion(values) ? null : textOf(values, "product"),
      begins: values.begins ?? "",
      ends: null,
    }),
  });
}

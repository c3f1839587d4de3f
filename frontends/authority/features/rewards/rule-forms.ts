import { today } from "@congtam/format";
import {
  ApproveRewardRegulationDocument,
  ChooseIncomeSchemeDocument,
  DeclineRewardRegulationDocument,
  type Locality,
  ProposeRewardRegulationDocument,
  RecordRegulationSentDocument,
  type Remainder,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import {
  deedForm,
  type Field,
  isTicked,
  numberOf,
  textOf,
  thePaper,
  type Values,
} from "@congtam/shared/forms";

const SPANS = ["QUARTER", "HALF_YEAR", "YEAR"] as const;
const MULTIPLES = ["share", "excellent", "good", "completed"] as const;
const AWARDS = [1, 2, 3, 4];
const LOCALITIES: readonly Locality[] = ["HO_CHI_MINH_CITY", "HA_NOI"];
const REMAINDERS: readonly Remainder[] = ["LARGEST", "KEPT"];
type Versioned = { id: string; version: number };

const remainder = (): Field => ({
  kind: "choice",
  name: "remainder",
  label: "rewardRules.remainder",
  isRequired: true,
  options: REMAINDERS.map((value) => ({ value, label: say(`rewardRemainder.${value}`) })),
});

/** A regulation on the bonus fund, to be issued by the agency's head. */
export function proposal(agency: string) {
  return deedForm({
    name: `regulation.${agency}`,
    title: say("rewardRules.propose"),
    why: say("rewardRules.proposeWhy"),
    confirm: say("rewardRules.propose"),
    done: say("rewardRules.proposed"),
    start: { title: say("rewardRules.defaultTitle") },
    fields: [
      { kind: "line", name: "title", label: "rewardRules.title", isRequired: true },
      { kind: "long", name: "scope", label: "rewardRules.whom", isRequired: true },
      remainder(),
      ...SPANS.flatMap(spanFields),
      ...AWARDS.flatMap(awardFields),
    ],
    document: ProposeRewardRegulationDocument,
    variables: (values) => ({
      agency,
      title: values.title ?? "",
      scope: values.scope ?? "",
      remainder: values.remainder as Remainder,
      spans: SPANS.filter((span) => isTicked(values, span)).map((span) => ({
        span,
        share: of(values, span, "share"),
        excellent: of(values, span, "excellent"),
        good: of(values, span, "good"),
        completed: of(values, span, "completed"),
        bySalary: isTicked(values, `${span}.bySalary`),
      })),
      awards: AWARDS.filter((place) => textOf(values, `award.${place}`) !== null).map((place) => ({
        code: `${place}`,
        name: values[`award.${place}`] ?? "",
        baseSalaries: numberOf(values, `base.${place}`),
        amount: numberOf(values, `amount.${place}`),
      })),
    }),
  });
}

function spanFields(span: (typeof SPANS)[number]): Field[] {
  const asked = (values: Values) => isTicked(values, span);
  return [
    { kind: "check", name: span, label: `rewardRules.for.${span}` },
    ...MULTIPLES.map(
      (part): Field => ({
        kind: "number",
        name: `${span}.${part}`,
        label: `rewardRules.${part}`,
        isRequired: true,
        asked,
        ...(part === "share" ? { help: "rewardRules.shareHelp" } : {}),
      }),
    ),
    { kind: "check", name: `${span}.bySalary`, label: "rewardRules.bySalary", asked },
  ];
}

/** A reward out of turn, so many base salaries or an amount; the next once this one is named. */
function awardFields(place: number): Field[] {
  const isNamed = (values: Values, of: number) => textOf(values, `award.${of}`) !== null;
  const asked = (values: Values) => isNamed(values, place);
  return [
    {
      kind: "line",
      name: `award.${place}`,
      label: "rewardRules.award",
      help: "rewardRules.awardHelp",
      asked: (values) => place === 1 || isNamed(values, place - 1),
    },
    { kind: "number", name: `base.${place}`, label: "rewardRules.awardBase", asked },
    { kind: "number", name: `amount.${place}`, label: "rewardRules.awardAmount", asked },
  ];
}

export function approval(regulation: Versioned) {
  return deedForm({
    name: `regulation-approve.${regulation.id}`,
    title: say("rewardRules.approve"),
    why: say("rewardRules.approveWhy"),
    confirm: say("rewardRules.approve"),
    done: say("rewardRules.approved"),
    start: { begins: today() },
    fields: [
      { kind: "day", name: "begins", label: "rewardRules.begins", isRequired: true },
      { kind: "paper", name: "decision", label: "rewardRules.decision", isRequired: true },
    ],
    document: ApproveRewardRegulationDocument,
    variables: (values) => ({
      ...about(regulation),
      begins: values.begins ?? "",
      decision: thePaper(values, "decision"),
    }),
  });
}

export function declining(regulation: Versioned) {
  return deedForm({
    name: `regulation-decline.${regulation.id}`,
    title: say("rewardRules.decline"),
    confirm: say("rewardRules.decline"),
    done: say("rewardRules.declined"),
    fields: [{ kind: "long", name: "reason", label: "rewardList.reason", isRequired: true }],
    document: DeclineRewardRegulationDocument,
    variables: (values) => ({ ...about(regulation), reason: values.reason ?? "" }),
  });
}

export function sending(regulation: Versioned) {
  return deedForm({
    name: `regulation-sent.${regulation.id}`,
    title: say("rewardRules.send"),
    confirm: say("rewards.record"),
    done: say("rewards.recorded"),
    fields: [{ kind: "paper", name: "document", label: "rewardRules.sent", isRequired: true }],
    document: RecordRegulationSentDocument,
    variables: (values) => ({ ...about(regulation), document: thePaper(values, "document") }),
  });
}

/** How additional income is paid, within the locality's text. */
export function scheme(agency: string) {
  return deedForm({
    name: `incomeScheme.${agency}`,
    title: say("incomeScheme.choose"),
    why: say("incomeScheme.why"),
    confirm: say("incomeScheme.choose"),
    done: say("incomeScheme.chosen"),
    start: { begins: today() },
    fields: [
      {
        kind: "choice",
        name: "locality",
        label: "incomeScheme.locality",
        isRequired: true,
        options: LOCALITIES.map((value) => ({ value, label: say(`locality.${value}`) })),
      },
      { kind: "number", name: "most", label: "incomeScheme.most", isRequired: true },
      { kind: "number", name: "excellent", label: "rewardRules.excellent", isRequired: true },
      { kind: "number", name: "good", label: "rewardRules.good", isRequired: true },
      { kind: "number", name: "completed", label: "rewardRules.completed", isRequired: true },
      { kind: "number", name: "others", label: "incomeScheme.others", isRequired: true },
      { kind: "check", name: "bySalary", label: "rewardRules.bySalary" },
      remainder(),
      { kind: "day", name: "begins", label: "rewardRules.begins", isRequired: true },
      { kind: "paper", name: "document", label: "rewardRules.decision", isRequired: true },
    ],
    document: ChooseIncomeSchemeDocument,
    variables: (values) => ({
      agency,
      locality: values.locality as Locality,
      terms: {
        most: numberOf(values, "most") ?? "0",
        excellent: numberOf(values, "excellent") ?? "0",
        good: numberOf(values, "good") ?? "0",
        completed: numberOf(values, "completed") ?? "0",
        others: numberOf(values, "others") ?? "0",
        bySalary: isTicked(values, "bySalary"),
        remainder: values.remainder as Remainder,
      },
      begins: values.begins ?? "",
      document: thePaper(values, "document"),
    }),
  });
}

function of(values: Values, span: string, part: string): string {
  return numberOf(values, `${span}.${part}`) ?? "0";
}

function about({ id, version }: Versioned) {
  return { regulation: id, version };
}

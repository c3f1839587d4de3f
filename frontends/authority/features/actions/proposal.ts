import { shiftDay, today } from "@congtam/format";
import type {
  CitedInput,
  GatesAheadQuery,
  GatesAheadQueryVariables,
  Office,
  PersonnelActionKind,
  ProposalOfQuery,
  ProposePersonnelActionMutationVariables,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { type Field, isTicked, paperOf, textOf, type Values } from "@congtam/shared/forms";
import { KINDS } from "./words";

type Procedure = NonNullable<GatesAheadQuery["personnelStanding"]>["procedure"];
const OFFICES: readonly Office[] = ["MEMBER", "DEPUTY", "HEAD"];
const [CLASS, RESULT] = ["class.", "result."] as const;

/** The fields of a proposal of the kind that was chosen; before that, the kind alone. */
export function fieldsOf(
  about: ProposalOfQuery,
  procedure: Procedure | null,
  values: Values,
  own: string,
): Field[] {
  const kind: Field = {
    kind: "choice",
    name: "kind",
    label: "actions.kind",
    isRequired: true,
    options: KINDS.map((value) => ({ value, label: say(`actionKind.${value}`) })),
  };
  if (procedure === null) return [kind];
  return [
    kind,
    post(about),
    ...(procedure.namesAPost || procedure.mayNameAPost
      ? destination(
          textOf(values, "agency") ?? own,
          own,
          procedure.namesAPost,
          procedure.givesAnOffice ? OFFICES : keeping(about, values),
        )
      : []),
    { kind: "day", name: "effectiveOn", label: "propose.effectiveOn" },
    { kind: "day", name: "last", label: "propose.last", help: "propose.lastHelp" },
    ...(procedure.mayBeWished
      ? [{ kind: "check", name: "ownWish", label: "propose.ownWish" } as const]
      : []),
    ...(procedure.restsOnResults ? grounds(about) : []),
    ...papers(procedure),
    { kind: "day", name: "groundOn", label: "propose.groundOn", help: "propose.groundOnHelp" },
    { kind: "long", name: "reason", label: "propose.reason", isRequired: true },
    { kind: "long", name: "special", label: "propose.special", help: "propose.specialHelp" },
  ];
}

/** Of which action the gates are asked. */
export function asked(
  about: ProposalOfQuery,
  values: Values,
  own: string,
): GatesAheadQueryVariables {
  const elsewhere = textOf(values, "agency");
  return {
    person: about.person?.id ?? "",
    kind: values.kind as PersonnelActionKind,
    office: textOf(values, "office") as Office | null,
    startsOn: textOf(values, "effectiveOn"),
    endsOn: textOf(values, "last"),
    ownWish: isTicked(values, "ownWish"),
    paper: textOf(values, "ground"),
    elsewhere: elsewhere !== null && elsewhere !== own,
  };
}

/** What is sent of what was filled in: of the fields that the kind asks for. */
export function proposed(
  about: ProposalOfQuery,
  values: Values,
  procedure: Procedure,
): Omit<ProposePersonnelActionMutationVariables, "key"> {
  const names = procedure.namesAPost || procedure.mayNameAPost;
  const unit = names ? textOf(values, "unit") : null;
  const last = textOf(values, "last");
  const paper = paperOf(values, "groundPaper");
  const ground = textOf(values, "ground");
  return {
    kind: values.kind as PersonnelActionKind,
    posting: textOf(values, "posting") ?? mainPost(about)?.id ?? "",
    reason: values.reason ?? "",
    grounds: procedure.restsOnResults ? cited(values) : [],
    target:
      unit === null
        ? null
        : {
            unit,
            office: (textOf(values, "office") ?? "MEMBER") as Office,
            position: textOf(values, "position"),
          },
    effectiveOn: textOf(values, "effectiveOn"),
    until: last === null ? null : shiftDay(last, 1),
    ownWish: procedure.mayBeWished && isTicked(values, "ownWish"),
    groundOn: textOf(values, "groundOn"),
    paper: ground !== null && paper !== null ? { code: ground, document: paper } : null,
    specialCase: textOf(values, "special"),
  };
}

function mainPost(about: ProposalOfQuery) {
  return held(about).find((each) => each.main) ?? held(about)[0];
}

function held(about: ProposalOfQuery) {
  return (about.person?.postings ?? []).filter(
    (each) => each.until === null || each.until >= today(),
  );
}

function post(about: ProposalOfQuery): Field {
  return {
    kind: "choice",
    name: "posting",
    label: "propose.posting",
    isRequired: true,
    options: held(about).map((each) => ({
      value: each.id,
      label: say("actions.post", { office: say(`office.${each.office}`), unit: each.unit.name }),
    })),
  };
}

/** Where no office is given: none, or the one that he has in the unit that was chosen. */
function keeping(about: ProposalOfQuery, values: Values): readonly Office[] {
  const from = held(about).find((each) => each.id === textOf(values, "posting")) ?? mainPost(about);
  const stays = from !== undefined && from.unit.id === textOf(values, "unit");
  return stays && from.office !== "MEMBER" ? ["MEMBER", from.office] : ["MEMBER"];
}

/** Where he may go: `to` is the agency that was chosen. */
function destination(
  to: string,
  own: string,
  isRequired: boolean,
  offices: readonly Office[],
): Field[] {
  return [
    {
      kind: "agency",
      name: "agency",
      label: "propose.agency",
      help: "propose.agencyHelp",
      without: own,
    },
    { kind: "unit", name: "unit", label: "propose.unit", isRequired, agency: to },
    {
      kind: "choice",
      name: "office",
      label: "propose.office",
      isRequired,
      options: offices.map((value) => ({ value, label: say(`office.${value}`) })),
    },
    { kind: "position", name: "position", label: "propose.position", agency: to },
  ];
}

function grounds(about: ProposalOfQuery): Field[] {
  const classes = about.classificationsOfPerson.nodes
    .filter((each) => each.notifiedAt !== null && each.replacedAt === null)
    .map((each) => ({
      kind: "check" as const,
      name: `${CLASS}${each.id}`,
      label: "propose.class" as const,
      values: {
        year: each.year,
        level: say(each.appliedLevel ? `level.${each.appliedLevel}` : "recordedLevel.NOT_RATED"),
      },
    }));
  const results = about.resultsOfPerson.nodes
    .filter((each) => each.replacedAt === null)
    .map((each) => ({
      kind: "check" as const,
      name: `${RESULT}${each.id}`,
      label: "propose.result" as const,
      values: {
        span: spanOf(each.span, each.period),
        level: say(each.level ? `level.${each.level}` : "recordedLevel.NOT_RATED"),
      },
    }));
  return [...classes, ...results];
}

function spanOf(span: "QUARTER" | "HALF_YEAR" | "YEAR", period: string): string {
  const month = Number(period.slice(5, 7));
  const number = span === "QUARTER" ? Math.ceil(month / 3) : Math.ceil(month / 6);
  return say(`span.${span}`, { number, year: period.slice(0, 4) });
}

function cited(values: Values): CitedInput[] {
  return Object.keys(values)
    .filter((name) => isTicked(values, name))
    .flatMap((name): CitedInput[] => {
      if (name.startsWith(CLASS)) return [{ classification: name.slice(CLASS.length) }];
      return name.startsWith(RESULT) ? [{ result: name.slice(RESULT.length) }] : [];
    });
}

function papers(procedure: Procedure): Field[] {
  if (procedure.paperGrounds.length === 0) return [];
  return [
    {
      kind: "choice",
      name: "ground",
      label: "propose.ground",
      help: "propose.groundHelp",
      options: procedure.paperGrounds.map((each) => ({ value: each.code, label: each.name })),
    },
    {
      kind: "paper",
      name: "groundPaper",
      label: "propose.groundPaper",
      isRequired: true,
      asked: (values) => textOf(values, "ground") !== null,
    },
  ];
}

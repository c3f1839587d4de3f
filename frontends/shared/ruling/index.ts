import type {
  DisciplineForm,
  DisciplineRelation,
  DisciplineSource,
  PaperInput,
  RulingInput,
  UnlimitedViolation,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { type Field, textOf, type Values } from "../forms";

const SOURCES: readonly DisciplineSource[] = ["ADMINISTRATIVE", "PARTY"];
const FORMS: readonly DisciplineForm[] = [
  "REPRIMAND",
  "WARNING",
  "DEMOTION",
  "DISMISSAL",
  "EXPULSION",
];
const RELATIONS: readonly DisciplineRelation[] = ["DUTY", "DEGRADATION", "UNRELATED"];
const UNLIMITED: readonly UnlimitedViolation[] = [
  "PARTY_EXPULSION",
  "INTERNAL_POLITICS",
  "NATIONAL_INTEREST",
  "FALSE_DOCUMENTS",
];

/** What is asked about a decision on discipline, besides its paper and the day of its effect. */
export function rulingFields(): Field[] {
  return [
    {
      kind: "choice",
      name: "source",
      label: "ruling.source",
      isRequired: true,
      options: SOURCES.map((value) => ({ value, label: say(`ruling.source.${value}`) })),
    },
    {
      kind: "choice",
      name: "form",
      label: "ruling.form",
      isRequired: true,
      options: FORMS.map((value) => ({ value, label: say(`ruling.form.${value}`) })),
    },
    {
      kind: "choice",
      name: "relation",
      label: "ruling.relation",
      isRequired: true,
      options: RELATIONS.map((value) => ({ value, label: say(`ruling.relation.${value}`) })),
    },
    { kind: "long", name: "about", label: "ruling.about", isRequired: true },
    {
      kind: "day",
      name: "actOn",
      label: "ruling.actOn",
      help: "ruling.actOnHelp",
      isRequired: true,
    },
    {
      kind: "choice",
      name: "unlimited",
      label: "ruling.unlimited",
      options: UNLIMITED.map((value) => ({ value, label: say(`ruling.unlimited.${value}`) })),
    },
  ];
}

/** The decision as it was filled in. */
export function rulingOf(values: Values, decision: PaperInput, effectiveOn: string): RulingInput {
  return {
    source: values.source as DisciplineSource,
    form: values.form as DisciplineForm,
    relation: values.relation as DisciplineRelation,
    about: values.about ?? "",
    actOn: values.actOn ?? "",
    effectiveOn,
    decision,
    unlimited: textOf(values, "unlimited") as UnlimitedViolation | null,
  };
}

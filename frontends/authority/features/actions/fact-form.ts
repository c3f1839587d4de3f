import {
  type RecordedLevel,
  RecordServiceFactDocument,
  type ServiceFactKind,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import {
  countOf,
  deedForm,
  type Field,
  textOf,
  thePaper,
  type Values,
} from "@congtam/shared/forms";
import type { PersonFile } from "./file-answer";

const FACTS: readonly ServiceFactKind[] = ["RETIREMENT", "TERM", "CONFIDENCE", "EARLIER_CLASS"];
const LEVELS: readonly RecordedLevel[] = [
  "EXCELLENT",
  "GOOD",
  "COMPLETED",
  "NOT_COMPLETED",
  "NOT_RATED",
];
const PAPER: Field = {
  kind: "paper",
  name: "document",
  label: "personFile.paper",
  isRequired: true,
};

/** A fact of service, as its document tells it. */
export function recordFact(file: PersonFile) {
  const person = file.person?.id ?? "";
  const posts = file.person?.postings ?? [];
  const isTerm = (values: Values) => values.kind === "TERM";
  const isCount = (values: Values) => values.kind === "CONFIDENCE";
  const isClass = (values: Values) => values.kind === "EARLIER_CLASS";
  return deedForm({
    name: `serviceFact.${person}`,
    title: say("personFile.recordFact"),
    confirm: say("personFile.record"),
    done: say("personFile.recorded"),
    fields: [
      {
        kind: "choice",
        name: "kind",
        label: "personFile.fact",
        isRequired: true,
        options: FACTS.map((value) => ({ value, label: say(`serviceFact.${value}`) })),
      },
      {
        kind: "choice",
        name: "posting",
        label: "serviceFact.ofPost",
        isRequired: true,
        asked: isTerm,
        options: posts.map((each) => ({
          value: each.id,
          label: say("actions.post", {
            office: say(`office.${each.office}`),
            unit: each.unit.name,
          }),
        })),
      },
      {
        kind: "day",
        name: "startsOn",
        label: "serviceFact.startsOn",
        isRequired: true,
        asked: isTerm,
      },
      {
        kind: "day",
        name: "day",
        label: "serviceFact.day",
        help: "serviceFact.dayHelp",
        isRequired: true,
      },
      { kind: "number", name: "low", label: "serviceFact.low", isRequired: true, asked: isCount },
      {
        kind: "number",
        name: "ballots",
        label: "serviceFact.ballots",
        isRequired: true,
        asked: isCount,
      },
      { kind: "number", name: "year", label: "personFile.year", isRequired: true, asked: isClass },
      {
        kind: "choice",
        name: "level",
        label: "personFile.level",
        isRequired: true,
        asked: isClass,
        options: LEVELS.map((value) => ({ value, label: say(`recordedLevel.${value}`) })),
      },
      { kind: "line", name: "scale", label: "serviceFact.scale", isRequired: true, asked: isClass },
      PAPER,
    ],
    document: RecordServiceFactDocument,
    variables: (values) => ({
      person,
      fact: {
        kind: values.kind as ServiceFactKind,
        day: values.day ?? "",
        document: thePaper(values, "document"),
        ...(isTerm(values)
          ? { posting: textOf(values, "posting"), startsOn: textOf(values, "startsOn") }
          : {}),
        ...(isCount(values)
          ? { low: countOf(values, "low"), ballots: countOf(values, "ballots") }
          : {}),
        ...(isClass(values)
          ? {
              year: countOf(values, "year"),
              level: values.level as RecordedLevel,
              scale: textOf(values, "scale"),
            }
          : {}),
      },
    }),
  });
}

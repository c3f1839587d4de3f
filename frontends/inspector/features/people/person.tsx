import { decimal } from "@congtam/format";
import { InspectedPersonDocument, type InspectedPersonQuery, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { people } from "@congtam/i18n/catalogue/inspector-people";
import { periodName } from "@congtam/shared/period";
import { LevelBadge, SheetState } from "@congtam/shared/sheet";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, type Column, DataTable, Nothing, Page } from "@congtam/ui";

learn(people);

type Sheet = InspectedPersonQuery["sheetsOfPerson"]["nodes"][number];
type Class = InspectedPersonQuery["classificationsOfPerson"]["nodes"][number];

/** One person's sheets and classes, each with its story. */
export default function OnePerson({ params }: { params: Params }) {
  const answer = useAnswer(InspectedPersonDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ person, sheetsOfPerson, classificationsOfPerson }) =>
        person === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/inspector/people">{say("inspector.people")}</a>
          </Nothing>
        ) : (
          <Page
            title={person.fullName}
            actions={
              <ButtonLink href={`/inspector/trail/by/${person.id}`}>
                {say("people.deeds")}
              </ButtonLink>
            }
          >
            <Card title={say("people.sheets")}>
              <DataTable
                label={say("people.sheets")}
                columns={SHEETS}
                rows={sheetsOfPerson.nodes}
                nothing={say("people.noSheets")}
              />
            </Card>
            <Card title={say("people.classes")}>
              <DataTable
                label={say("people.classes")}
                columns={CLASSES}
                rows={classificationsOfPerson.nodes}
                nothing={say("people.noClasses")}
              />
            </Card>
          </Page>
        )
      }
    </Loaded>
  );
}

const SHEETS: Column<Sheet>[] = [
  {
    id: "month",
    title: say("people.month"),
    isHeader: true,
    order: (left, right) => left.period.localeCompare(right.period),
    cell: ({ id, period, periodMonths }) => (
      <a href={`/inspector/sheet/${id}`}>{periodName(period, periodMonths)}</a>
    ),
  },
  { id: "unit", title: say("people.unit"), cell: ({ unit }) => unit.name },
  { id: "state", title: say("people.sheet"), cell: ({ state }) => <SheetState state={state} /> },
  {
    id: "total",
    title: say("people.total"),
    isNumber: true,
    cell: ({ total }) => (total === null ? "—" : decimal(total, language())),
  },
  {
    id: "level",
    title: say("people.level"),
    cell: ({ level }) => (level === null ? "—" : <LevelBadge level={level} />),
  },
  {
    id: "story",
    title: say("inspector.trail"),
    cell: ({ id, period, periodMonths }) => (
      <a href={`/inspector/sheet/${id}/story`}>
        {say("inspector.story")}
        <span className="unseen">{` (${periodName(period, periodMonths)})`}</span>
      </a>
    ),
  },
];

const CLASSES: Column<Class>[] = [
  { id: "year", title: say("people.year"), isHeader: true, cell: ({ year }) => year },
  {
    id: "level",
    title: say("people.class"),
    cell: ({ appliedLevel }) => (appliedLevel === null ? "—" : <LevelBadge level={appliedLevel} />),
  },
  { id: "decision", title: say("people.decision"), cell: ({ decisionNo }) => decisionNo ?? "—" },
  {
    id: "edition",
    title: say("people.edition"),
    cell: ({ edition, replacedAt }) =>
      replacedAt === null ? edition : <Badge>{say("people.replaced", { edition })}</Badge>,
  },
  {
    id: "story",
    title: say("inspector.trail"),
    cell: ({ id, year }) => (
      <a href={`/inspector/story/${id}`}>
        {say("inspector.story")}
        <span className="unseen">{` (${year})`}</span>
      </a>
    ),
  },
];

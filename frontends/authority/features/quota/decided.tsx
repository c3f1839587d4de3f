import { byGivenName, day } from "@congtam/format";
import { DecidedClassesDocument, type DecidedClassesQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { yearBoard } from "@congtam/i18n/catalogue/year-board";
import { yearCases } from "@congtam/i18n/catalogue/year-cases";
import { yearDeeds } from "@congtam/i18n/catalogue/year-deeds";
import { type Agency, useAgency } from "@congtam/shared/agency";
import { useYear, YearChoice } from "@congtam/shared/deeds";
import { LevelBadge } from "@congtam/shared/sheet";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { Badge, Card, Choice, type Column, DataTable, Page } from "@congtam/ui";
import { useState } from "react";
import { Flags } from "./flags";
import { Published } from "./published";
import { CaseState } from "./words";

learn(yearBoard, yearCases, yearDeeds);

type Decided = DecidedClassesQuery["decidedClassifications"]["nodes"][number];
type Shown = "all" | "first" | "replaced" | "published";

const REPLACED = { all: null, first: false, replaced: true } as const;
const SHOWN: readonly Shown[] = ["all", "first", "replaced", "published"];

/** What was decided in a year: each class in force, what replaced it, and what is published. */
export default function DecidedClasses() {
  const { agency } = useAgency();
  const [year, choose] = useYear();
  const [shown, show] = useState<Shown>("all");
  return (
    <Page
      title={say("decided.title", { year })}
      actions={
        <>
          <Choice
            label={say("decided.show")}
            value={shown}
            options={SHOWN.map((each) => ({ value: each, label: say(`decided.${each}`) }))}
            choose={show}
          />
          <YearChoice year={year} choose={choose} />
        </>
      }
    >
      {agency === null ? null : shown === "published" ? (
        <Published agency={agency.id} year={year} />
      ) : (
        <List agency={agency} year={year} replaced={REPLACED[shown]} />
      )}
    </Page>
  );
}

function List({
  agency,
  year,
  replaced,
}: {
  agency: Agency;
  year: number;
  replaced: boolean | null;
}) {
  const { after, turns } = useCursor(`${agency.id}.${year}.${replaced}`);
  const variables = { agency: agency.id, year, replaced, after };
  const answer = useAnswer(DecidedClassesDocument, variables);
  return (
    <Loaded answer={answer}>
      {({ decidedClassifications: found, reviewFlags }) => (
        <>
          <Flags flags={reviewFlags.nodes} />
          <Card title={say("decided.list", { count: found.totalCount })}>
            <DataTable
              part={turns(found.pageInfo)}
              label={say("decided.classes")}
              columns={COLUMNS()}
              rows={[...found.nodes].sort((left, right) =>
                byGivenName(left.person.fullName, right.person.fullName),
              )}
              nothing={say("decided.none", { year })}
              searched={(row) => row.person.fullName}
              pageSize={50}
            />
          </Card>
        </>
      )}
    </Loaded>
  );
}

const COLUMNS = (): Column<Decided>[] => [
  {
    id: "person",
    title: say("board.person"),
    isHeader: true,
    order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
    cell: (row) => (
      <div className="stack-tight">
        <a href={`/authority/classes/case/${row.id}`}>{row.person.fullName}</a>
        <span className="quiet small">
          {row.unit.name} · {row.agency.name}
        </span>
      </div>
    ),
  },
  {
    id: "level",
    title: say("decide.level"),
    cell: (row) =>
      row.appliedLevel === null ? say("case.notRated") : <LevelBadge level={row.appliedLevel} />,
  },
  {
    id: "decision",
    title: say("rounds.decision"),
    cell: (row) =>
      row.decisionNo && row.decisionDay
        ? say("rounds.paper", { number: row.decisionNo, day: day(row.decisionDay) })
        : null,
  },
  { id: "state", title: say("rounds.state"), cell: (row) => <CaseState state={row.state} /> },
  {
    id: "before",
    title: say("decided.before"),
    cell: (row) =>
      row.replaces === null ? null : (
        <div className="stack-tight">
          <Badge tone="warn">{say("decided.edition", { edition: row.edition })}</Badge>
          {row.replaces.appliedLevel === null ? null : (
            <LevelBadge level={row.replaces.appliedLevel} />
          )}
        </div>
      ),
  },
];

import { byGivenName, instant } from "@congtam/format";
import { AgencyPetitionsDocument, type PetitionLineFragment, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { yearPetitions } from "@congtam/i18n/catalogue/year-petitions";
import { type Agency, useAgency } from "@congtam/shared/agency";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { Card, Choice, type Column, DataTable, Page } from "@congtam/ui";
import { useState } from "react";
import { Clock, State, subject } from "./clock";

learn(yearPetitions);

type Shown = "all" | "overdue" | "others";
const SHOWN: readonly Shown[] = ["all", "overdue", "others"];
const OVERDUE = { all: null, overdue: true, others: false } as const;

/** Petitions with their clocks: the ones that wait for the reader first. */
export default function Petitions() {
  const { agency } = useAgency();
  const [shown, show] = useState<Shown>("all");
  return (
    <Page
      title={say("filed.title")}
      actions={
        <Choice
          label={say("filed.show")}
          value={shown}
          options={SHOWN.map((each) => ({ value: each, label: say(`filed.${each}`) }))}
          choose={show}
        />
      }
    >
      {agency === null ? null : <Lists agency={agency} overdue={OVERDUE[shown]} />}
    </Page>
  );
}

function Lists({ agency, overdue }: { agency: Agency; overdue: boolean | null }) {
  const { after, turns } = useCursor(`${agency.id}.${overdue}`);
  const answer = useAnswer(AgencyPetitionsDocument, { agency: agency.id, overdue, after });
  return (
    <Loaded answer={answer}>
      {({ petitionsToDecide: mine, petitionsOfAgency: found }) => (
        <>
          {mine.nodes.length === 0 ? null : (
            <Card title={say("filed.mine", { count: mine.nodes.length })}>
              <DataTable
                label={say("filed.waiting")}
                columns={columns()}
                rows={mine.nodes}
                nothing={say("filed.none")}
              />
            </Card>
          )}
          <Card title={say("filed.ofAgency", { agency: agency.name, count: found.totalCount })}>
            <DataTable
              part={turns(found.pageInfo)}
              label={say("filed.title")}
              columns={columns()}
              rows={found.nodes}
              nothing={say("filed.none")}
              searched={(row) => row.person.fullName}
              pageSize={50}
            />
          </Card>
        </>
      )}
    </Loaded>
  );
}

function columns(): Column<PetitionLineFragment>[] {
  return [
    {
      id: "person",
      title: say("filed.person"),
      isHeader: true,
      order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
      cell: (row) => (
        <div className="stack-tight">
          <a href={`/authority/petitions/${row.id}`}>{row.person.fullName}</a>
          <span className="quiet small">{row.agency.name}</span>
        </div>
      ),
    },
    { id: "about", title: say("filed.about"), cell: subject },
    {
      id: "filed",
      title: say("petitions.filedAt"),
      cell: (row) => (
        <div className="stack-tight">
          <span>{instant(row.filedAt)}</span>
          {row.late ? <span className="quiet small">{say("filed.late")}</span> : null}
        </div>
      ),
    },
    { id: "state", title: say("filed.state"), cell: (row) => <State state={row.state} /> },
    {
      id: "due",
      title: say("petitions.due"),
      order: (left, right) => left.dueOn.localeCompare(right.dueOn),
      cell: (row) => <Clock petition={row} />,
    },
    {
      id: "waits",
      title: say("filed.waits"),
      cell: (row) => (row.state === "FILED" ? <Waits row={row} /> : null),
    },
  ];
}

/** Whose word comes next. */
function Waits({ row }: { row: PetitionLineFragment }) {
  const waits = [
    row.statementAskedAt !== null && row.statedAt === null ? say("filed.waitsStatement") : null,
    row.opinionAt === null ? say("filed.waitsOpinion") : say("filed.waitsDecision"),
  ];
  return <span>{waits.filter((each) => each !== null).join("; ")}</span>;
}

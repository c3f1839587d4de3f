import { day } from "@congtam/format";
import {
  ClassRoundsDocument,
  type ClassRoundsQuery,
  OpenClassificationDocument,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { yearBoard } from "@congtam/i18n/catalogue/year-board";
import { type Agency, useAgency } from "@congtam/shared/agency";
import { Refused, useYear, YearChoice } from "@congtam/shared/deeds";
import { go, Loaded, useTold } from "@congtam/shared/shell";
import { Button, Card, type Column, DataTable, Nothing, Page } from "@congtam/ui";
import { RoundState } from "./words";

learn(yearBoard);

type Round = ClassRoundsQuery["classificationRounds"]["nodes"][number];
type Unit = ClassRoundsQuery["decidingUnits"]["nodes"][number];

/** The sets of a year that are decided together, each by the head of one unit. */
export default function Rounds() {
  const { agency } = useAgency();
  const [year, choose] = useYear();
  return (
    <Page
      title={say("rounds.title", { year })}
      actions={<YearChoice year={year} choose={choose} />}
    >
      {agency === null ? null : <Shown agency={agency} year={year} />}
    </Page>
  );
}

function Shown({ agency, year }: { agency: Agency; year: number }) {
  const answer = useAnswer(ClassRoundsDocument, { agency: agency.id, year });
  return (
    <Loaded answer={answer}>
      {(found) => {
        const own = found.classificationRounds.nodes;
        const managed = found.classificationRoundsManaged.nodes;
        const opened = new Set(own.map((round) => round.unit.id));
        const units = found.decidingUnits.nodes.filter((unit) => !opened.has(unit.id));
        return (
          <>
            <Card title={agency.name}>
              {own.length === 0 ? (
                <Nothing title={say("rounds.none", { year })}>
                  <p className="quiet">{say("rounds.noneWhy")}</p>
                </Nothing>
              ) : (
                <Table rounds={own} label={agency.name} />
              )}
              {units
                .filter((unit) => unit.mayOpenClassification)
                .map((unit) => (
                  <Open key={unit.id} unit={unit} year={year} />
                ))}
            </Card>
            {managed.length === 0 ? null : (
              <Card title={say("rounds.managed")}>
                <p className="quiet">{say("rounds.managedWhy")}</p>
                <Table rounds={managed} label={say("rounds.managed")} />
              </Card>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Open({ unit, year }: { unit: Unit; year: number }) {
  const title = say("rounds.open", { unit: unit.name });
  const { act, pending, refusal } = useTold(
    useDeed(OpenClassificationDocument, title),
    say("rounds.opened"),
  );
  const open = async () => {
    const outcome = await act({ unit: unit.id, year });
    if (outcome.did === "done") go(`/authority/classes/${outcome.value.id}`);
  };
  return (
    <div className="stack">
      <Refused refusal={refusal} />
      <div className="row">
        <Button kind="main" isPending={pending} onPress={open}>
          {title}
        </Button>
      </div>
    </div>
  );
}

function Table({ rounds, label }: { rounds: Round[]; label: string }) {
  return <DataTable label={label} columns={columns()} rows={rounds} nothing={label} />;
}

function columns(): Column<Round>[] {
  return [
    {
      id: "unit",
      title: say("rounds.unit"),
      isHeader: true,
      cell: (round) => (
        <div className="stack-tight">
          <a href={`/authority/classes/${round.id}`}>{round.unit.name}</a>
          <span className="quiet small">{round.agency.name}</span>
        </div>
      ),
    },
    {
      id: "state",
      title: say("rounds.state"),
      cell: (round) => <RoundState state={round.state} />,
    },
    {
      id: "decision",
      title: say("rounds.decision"),
      cell: (round) =>
        round.decisionNo && round.decisionDay
          ? say("rounds.paper", { number: round.decisionNo, day: day(round.decisionDay) })
          : "—",
    },
  ];
}

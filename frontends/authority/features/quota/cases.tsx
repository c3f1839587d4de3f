import { byGivenName, decimal } from "@congtam/format";
import { ClassCasesDocument, type ClassCasesQuery, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { yearBoard } from "@congtam/i18n/catalogue/year-board";
import { yearCases } from "@congtam/i18n/catalogue/year-cases";
import { LevelBadge } from "@congtam/shared/sheet";
import { Loaded, type Params, useCursor } from "@congtam/shared/shell";
import {
  Button,
  ButtonLink,
  Card,
  Check,
  type Column,
  DataTable,
  Nothing,
  Page,
  type Turns,
} from "@congtam/ui";
import { useState } from "react";
import { Minutes } from "./minutes";
import { CaseState } from "./words";

learn(yearBoard, yearCases);

type Round = NonNullable<ClassCasesQuery["classificationRound"]>;
export type Line = Round["cases"]["nodes"][number];

/** Everybody of one set: how far each case has come, and what it waits for. */
export default function Cases({ params }: { params: Params }) {
  const round = params.round ?? "";
  const { after, turns } = useCursor(round);
  const answer = useAnswer(ClassCasesDocument, { round, after });
  return (
    <Loaded isPage answer={answer}>
      {({ classificationRound: found }) =>
        found === null ? (
          <Nothing isPage title={say("shell.nowhere")} />
        ) : (
          <Page
            title={say("cases.title", { year: found.year, unit: found.unit.name })}
            actions={
              <ButtonLink href={`/authority/classes/${round}`}>{say("cases.board")}</ButtonLink>
            }
          >
            <Shown found={found} turns={turns(found.cases.pageInfo)} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Shown({ found, turns }: { found: Round; turns: Turns }) {
  const [ticked, tick] = useState<readonly string[]>([]);
  const [asking, ask] = useState(false);
  const rows = [...found.cases.nodes].sort((left, right) =>
    byGivenName(left.person.fullName, right.person.fullName),
  );
  const meeting = rows.filter(({ allowedActions }) => allowedActions.includes("RecordMinutes"));
  const chosen = meeting.filter(({ id }) => ticked.includes(id));
  const turn = (id: string) =>
    tick(ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked, id]);
  const close = () => {
    ask(false);
    tick([]);
  };
  return (
    <Card
      title={say("cases.all", { count: found.cases.totalCount })}
      aside={
        meeting.length === 0 ? null : (
          <div className="row">
            <Button
              size="small"
              onPress={() => tick(chosen.length === 0 ? meeting.map(({ id }) => id) : [])}
            >
              {say(chosen.length === 0 ? "cases.chooseAll" : "cases.chooseNone")}
            </Button>
            <Button kind="main" isDisabled={chosen.length === 0} onPress={() => ask(true)}>
              {say("cases.minutes", { count: chosen.length })}
            </Button>
          </div>
        )
      }
    >
      <DataTable
        part={turns}
        label={say("cases.people")}
        columns={columns(meeting.length === 0 ? null : { ticked, turn })}
        rows={rows}
        nothing={say("cases.none")}
        searched={(row) => row.person.fullName}
        pageSize={50}
      />
      {asking ? <Minutes cases={chosen} close={close} /> : null}
    </Card>
  );
}

interface Ticking {
  ticked: readonly string[];
  turn: (id: string) => void;
}

function columns(ticking: Ticking | null): Column<Line>[] {
  const all: Column<Line>[] = [
    {
      id: "person",
      title: say("board.person"),
      isHeader: true,
      order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
      cell: (row) => (
        <div className="stack-tight">
          <a href={`/authority/classes/case/${row.id}`}>{row.person.fullName}</a>
          <span className="quiet small">
            {say(`classOffice.${row.office as "head"}`)} · {row.unit.name}
          </span>
        </div>
      ),
    },
    {
      id: "state",
      title: say("rounds.state"),
      cell: (row) => (
        <div className="stack-tight">
          <CaseState state={row.state} />
          {row.waitsFor.length === 0 ? null : (
            <span className="small">
              {say("cases.waits", { what: row.waitsFor.map(({ text }) => text).join("; ") })}
            </span>
          )}
        </div>
      ),
    },
    {
      id: "self",
      title: say("cases.self"),
      cell: (row) => (row.selfLevel === null ? "—" : <LevelBadge level={row.selfLevel} />),
    },
    {
      id: "total",
      title: say("board.score"),
      isNumber: true,
      order: (left, right) => Number(left.total ?? -1) - Number(right.total ?? -1),
      cell: (row) => (row.total === null ? "—" : decimal(row.total, language())),
    },
    {
      id: "computed",
      title: say("cases.computed"),
      cell: (row) => (row.computedLevel === null ? "—" : <LevelBadge level={row.computedLevel} />),
    },
    {
      id: "applied",
      title: say("cases.applied"),
      cell: (row) => (row.appliedLevel === null ? "—" : <LevelBadge level={row.appliedLevel} />),
    },
  ];
  if (ticking === null) return all;
  return [
    ...all,
    {
      id: "tick",
      title: say("cases.meeting"),
      cell: (row) =>
        row.allowedActions.includes("RecordMinutes") ? (
          <Check
            label={say("cases.choose")}
            more={row.person.fullName}
            checked={ticking.ticked.includes(row.id)}
            change={() => ticking.turn(row.id)}
          />
        ) : null,
    },
  ];
}

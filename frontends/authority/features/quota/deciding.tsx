import { byGivenName, day } from "@congtam/format";
import { DecideClassificationDocument, type Level, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Asked, noPaper, type Paper, PaperFields, paperOf } from "@congtam/shared/deeds";
import { LevelBadge } from "@congtam/shared/sheet";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Button, type Column, DataTable, Notice } from "@congtam/ui";
import { useState } from "react";
import { type Choices, levels, type Round, told } from "./choosing";

interface Row {
  id: string;
  name: string;
  level: Level | null;
}

const LEVELS: readonly Level[] = ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"];

/** The decision on the whole set: what it says of everybody is read before it is taken. */
export function Deciding({
  round,
  choices,
  done,
}: {
  round: Round;
  choices: Choices;
  done: () => void;
}) {
  const [asking, ask] = useState(false);
  return (
    <>
      <Button kind="main" onPress={() => ask(true)}>
        {say("decide.begin")}
      </Button>
      {asking ? (
        <Sure round={round} choices={choices} done={done} close={() => ask(false)} />
      ) : null}
    </>
  );
}

function Sure({
  round,
  choices,
  done,
  close,
}: {
  round: Round;
  choices: Choices;
  done: () => void;
  close: () => void;
}) {
  const title = say("decide.title", { year: round.year, unit: round.unit.name });
  const [kept, keep, forget] = useDrafts<Paper>(`quota.paper.${round.id}`);
  const paper = kept ?? noPaper;
  const deed = useTold(useDeed(DecideClassificationDocument, title), say("decide.done"));
  const decision = paperOf(paper);
  const finish = () => {
    forget();
    done();
    close();
  };
  return (
    <Asked
      title={title}
      confirm={say("decide.act")}
      deed={deed}
      variables={
        decision && {
          round: round.id,
          version: round.version,
          decision,
          choices: told(round.groups, choices),
        }
      }
      done={finish}
      close={close}
    >
      <p>{say("decide.what", { count: round.cases.totalCount })}</p>
      <Everybody round={round} choices={choices} />
      <PaperFields paper={paper} change={keep} />
      <Notice tone="warn">
        <p>{say("decide.once")}</p>
        {decision ? (
          <p>{say("decide.by", { number: decision.number, day: day(decision.day) })}</p>
        ) : null}
      </Notice>
    </Asked>
  );
}

/** Everybody of the set with the level that would be decided, the excellent first. */
function Everybody({ round, choices }: { round: Round; choices: Choices }) {
  const found = levels(round.groups, round.cases.nodes, choices);
  const rows = round.cases.nodes
    .map(({ id, person }) => ({ id, name: person.fullName, level: found.get(id) ?? null }))
    .sort((left, right) => place(left) - place(right) || byGivenName(left.name, right.name));
  const counted = LEVELS.map((level) => ({
    level,
    count: rows.filter((row) => row.level === level).length,
  }));
  return (
    <>
      <ul className="plain row" aria-label={say("decide.levels")}>
        {counted.map(({ level, count }) => (
          <li key={level} className="row">
            <strong className="number">{count}</strong>
            <LevelBadge level={level} />
          </li>
        ))}
      </ul>
      <DataTable
        label={say("decide.everybody")}
        columns={COLUMNS()}
        rows={rows}
        nothing={say("decide.nobody")}
        searched={(row) => row.name}
        pageSize={20}
      />
      {rows.length < round.cases.totalCount ? (
        <Notice tone="warn">
          <p>{say("decide.more", { shown: rows.length, all: round.cases.totalCount })}</p>
        </Notice>
      ) : null}
    </>
  );
}

function place(row: Row): number {
  return row.level === null ? LEVELS.length : LEVELS.indexOf(row.level);
}

const COLUMNS = (): Column<Row>[] => [
  { id: "name", title: say("board.person"), isHeader: true, cell: (row) => row.name },
  {
    id: "level",
    title: say("decide.level"),
    cell: (row) => (row.level === null ? say("case.notRated") : <LevelBadge level={row.level} />),
  },
];

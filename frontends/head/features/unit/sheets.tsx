import { byGivenName, decimal } from "@congtam/format";
import { type Level, SignSheetsDocument, useDeed } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { Absences } from "@congtam/shared/absence";
import { LevelBadge, SheetState } from "@congtam/shared/sheet";
import { useTold } from "@congtam/shared/shell";
import { Button, ButtonLink, Card, type Column, Confirm, DataTable, Notice } from "@congtam/ui";
import { useState } from "react";
import type { OfPeriod } from "./closing";
import type { Unit } from "./unit-answer";

type Sheet = Unit["worklist"][number];

const LEVELS: Level[] = ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED", "INSUFFICIENT_DATA"];

/** Everybody whom I score: scored one after another, looked over together, signed at once. */
export function Sheets({ found, unit, period, months }: OfPeriod) {
  const [asking, ask] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);
  const sheets = [...found.worklist].sort((left, right) =>
    byGivenName(left.person.fullName, right.person.fullName),
  );
  const { act, pending } = useTold(
    useDeed(SignSheetsDocument, say("sheets.sign")),
    say("sheets.signed"),
  );
  const scorable = sheets.filter(
    (each) => each.state === "SELF_ASSESSED" && each.allowedActions.includes("ScoreSheet"),
  );
  const waiting = found.waitingDeliveries.nodes.length;
  const signable = sheets.filter((each) => each.allowedActions.includes("SignSheet"));
  const sign = async () => {
    ask(false);
    const rows = signable.map(({ id, version }) => ({ sheet: id, version }));
    const outcome = await act({ rows });
    if (outcome.did !== "done") return;
    const refused = outcome.value.outcomes.filter((each) => each.__typename === "Refused");
    setProblems([...new Set(refused.map(({ message }) => message))]);
  };
  return (
    <Card
      title={say("sheets.title")}
      aside={
        <div className="row">
          {scorable.length === 0 ? null : (
            <ButtonLink kind="main" href={`/head/${unit}/${period}/score`}>
              {say("sheets.score", { count: scorable.length })}
            </ButtonLink>
          )}
          {signable.length === 0 ? null : (
            <Button isPending={pending} onPress={() => ask(true)}>
              {say("sheets.signMany", { count: signable.length })}
            </Button>
          )}
        </div>
      }
    >
      {problems.map((problem) => (
        <Notice key={problem} tone="bad">
          <p role="alert">{problem}</p>
        </Notice>
      ))}
      <Distribution sheets={sheets} />
      <DataTable
        label={say("sheets.title")}
        columns={columns(found, unit, period)}
        rows={sheets}
        nothing={say("sheets.none", { months })}
        searched={(sheet) => sheet.person.fullName}
        pageSize={50}
      />
      {asking ? (
        <Confirm
          title={say("sheets.signSure", { count: signable.length })}
          confirm={say("sheets.sign")}
          act={sign}
          close={() => ask(false)}
        >
          <Distribution sheets={sheets} />
          {waiting === 0 ? null : (
            <Notice tone="warn">
              <p>{say("sheets.waiting", { count: waiting })}</p>
            </Notice>
          )}
          <p>{say("sheets.signWhy")}</p>
        </Confirm>
      ) : null}
    </Card>
  );
}

/** How the unit's levels are spread, drafts among them. */
function Distribution({ sheets }: { sheets: Sheet[] }) {
  const counted = LEVELS.map((level) => ({
    level,
    count: sheets.filter((sheet) => sheet.level === level).length,
  })).filter(({ count }) => count > 0);
  if (counted.length === 0) return null;
  return (
    <ul className="plain row" aria-label={say("sheets.distribution")}>
      {counted.map(({ level, count }) => (
        <li key={level} className="row">
          <strong className="number">{count}</strong>
          <LevelBadge level={level} />
        </li>
      ))}
    </ul>
  );
}

function columns(found: Unit, unit: string, period: string): Column<Sheet>[] {
  return [
    {
      id: "person",
      title: say("deliveries.person"),
      isHeader: true,
      order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
      cell: (sheet) => (
        <div className="stack-tight">
          <span>{sheet.person.fullName}</span>
          <span className="quiet small">{sheet.position?.name}</span>
          <Absences away={found.monthLoads.find(({ person }) => person?.id === sheet.person.id)} />
        </div>
      ),
    },
    { id: "state", title: say("month.sheet"), cell: (sheet) => <SheetState state={sheet.state} /> },
    {
      id: "total",
      title: say("year.total"),
      isNumber: true,
      order: (left, right) => Number(left.total ?? -1) - Number(right.total ?? -1),
      cell: (sheet) => (sheet.total === null ? "—" : decimal(sheet.total, language())),
    },
    {
      id: "level",
      title: say("year.level"),
      cell: (sheet) => (sheet.level === null ? "—" : <LevelBadge level={sheet.level} />),
    },
    {
      id: "act",
      title: say("month.act"),
      cell: (sheet) =>
        sheet.allowedActions.includes("ScoreSheet") ? (
          <ButtonLink size="small" href={`/head/${unit}/${period}/score/${sheet.id}`}>
            {say("sheets.scoreOne")}
            <span className="unseen">{sheet.person.fullName}</span>
          </ButtonLink>
        ) : null,
    },
  ];
}

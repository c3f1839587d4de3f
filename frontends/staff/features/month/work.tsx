import { inOrder as alphabetic, day, decimal } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { Badge, Button, Card, type Column, DataTable, Tiles, type Tone } from "@congtam/ui";
import { useState } from "react";
import { Report } from "./report";
import { inOrder, type Line, outstanding, STANDINGS, type Standing, standingOf } from "./standing";

const TONES: Record<Standing, Tone> = {
  late: "bad",
  returned: "warn",
  open: "info",
  waiting: "plain",
  measured: "plain",
  done: "good",
};

/** The month's work: counted by where it stands, and listed by due day. */
export function Work({ lines, today }: { lines: Line[]; today: string }) {
  const [chosen, choose] = useState<Standing | null>(null);
  const [reported, report] = useState<Line | null>(null);
  const tiles = STANDINGS.map((name) => ({
    name,
    label: say(`standing.${name}`),
    count: lines.filter((line) => standingOf(line, today) === name).length,
  })).filter((tile) => tile.count > 0);
  const shown = lines.filter((line) => chosen === null || standingOf(line, today) === chosen);
  return (
    <>
      <Tiles label={say("month.byStanding")} tiles={tiles} chosen={chosen} choose={choose} />
      <Card title={say("month.work")}>
        <DataTable
          label={say("month.work")}
          columns={columns(today, report)}
          rows={shown.sort(inOrder(today))}
          nothing={say("month.noWork")}
          searched={(line) => `${line.product.code} ${line.product.name} ${line.assignment.title}`}
        />
      </Card>
      {reported === null ? null : <Report line={reported} close={() => report(null)} />}
    </>
  );
}

function columns(today: string, report: (line: Line) => void): Column<Line>[] {
  return [
    {
      id: "name",
      title: say("month.task"),
      isHeader: true,
      order: (left, right) => alphabetic(left.product.name, right.product.name),
      cell: (line) => <Task line={line} />,
    },
    {
      id: "due",
      title: say("month.due"),
      order: (left, right) => left.dueOn.localeCompare(right.dueOn),
      cell: (line) => <span className="number">{day(line.dueOn)}</span>,
    },
    {
      id: "done",
      title: say("month.done"),
      isNumber: true,
      cell: (line) =>
        line.product.process === null
          ? say("month.of", { done: shown(line.accepted), all: shown(line.quantity) })
          : null,
    },
    {
      id: "standing",
      title: say("month.standing"),
      cell: (line) => <Where line={line} today={today} />,
    },
    {
      id: "act",
      title: say("month.act"),
      cell: (line) =>
        line.allowedActions.includes("DeliverWork") && Number(outstanding(line)) > 0 ? (
          <Button
            size="small"
            kind={standingOf(line, today) === "late" ? "main" : "plain"}
            aria-label={say("month.reportOf", { what: line.product.name })}
            onPress={() => report(line)}
          >
            {say("month.report")}
          </Button>
        ) : null,
    },
  ];
}

function Task({ line }: { line: Line }) {
  const named = line.assignment.title === line.product.name ? "" : line.assignment.title;
  const details = [line.product.code, named, line.milestone].filter(Boolean);
  return (
    <div className="stack-tight">
      <span>{line.product.name}</span>
      <span className="quiet small">
        {details.join(" · ")}
        {line.origin === "PLANNED" ? null : ` · ${say(`origin.${line.origin}`)}`}
      </span>
    </div>
  );
}

/** The standing in a word, and what the head said last where it concerns me. */
function Where({ line, today }: { line: Line; today: string }) {
  const standing = standingOf(line, today);
  const last = line.deliveries.at(-1);
  const measured = line.measures.at(-1);
  return (
    <div className="stack-tight">
      <span>
        <Badge tone={TONES[standing]}>{say(`standing.${standing}`)}</Badge>
      </span>
      {last?.verdict === "RETURNED" && last.verdictReason ? (
        <span className="quiet small">{last.verdictReason}</span>
      ) : null}
      {last && last.verdict === null ? (
        <span className="quiet small">{say("month.since", { day: day(last.deliveredOn) })}</span>
      ) : null}
      {line.delays > 0 ? (
        <span className="small">{say("month.delays", { count: line.delays })}</span>
      ) : null}
      {line.qualityFailures > 0 ? (
        <span className="small">{say("month.failures", { count: line.qualityFailures })}</span>
      ) : null}
      {measured ? <span className="quiet small">{measured.reason}</span> : null}
    </div>
  );
}

function shown(exact: string): string {
  return decimal(exact, language());
}

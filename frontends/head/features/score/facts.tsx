import { day, decimal, shiftPoint } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { Button, type Column, DataTable } from "@congtam/ui";
import { useState } from "react";
import type { Sheet } from "./draft";
import { Measure } from "./measure";

type Line = Sheet["lines"][number];

/** What was assigned, accepted, faulty and late: the facts that a, b and c follow from. */
export function Facts({ sheet }: { sheet: Sheet }) {
  const [measured, measure] = useState<Line | null>(null);
  return (
    <>
      <DataTable
        label={say("month.work")}
        columns={columns(measure)}
        rows={sheet.lines}
        nothing={say("month.noWork")}
      />
      {measured === null ? null : <Measure line={measured} close={() => measure(null)} />}
    </>
  );
}

const columns = (measure: (line: Line) => void): Column<Line>[] => [
  {
    id: "task",
    title: say("month.task"),
    isHeader: true,
    cell: (line) => (
      <div className="stack-tight">
        <span>{line.product.name}</span>
        <span className="quiet small">{say("score.due", { day: day(line.dueOn) })}</span>
        {line.allowedActions.includes("MeasureProcess") ? (
          <span>
            <Button
              size="small"
              aria-label={`${verb(line)}: ${line.product.name}`}
              onPress={() => measure(line)}
            >
              {verb(line)}
            </Button>
          </span>
        ) : null}
      </div>
    ),
  },
  {
    id: "done",
    title: say("month.done"),
    isNumber: true,
    cell: (line) =>
      line.product.process === null
        ? say("month.of", { done: shown(line.accepted), all: shown(line.quantity) })
        : say("measure.share", { percent: shown(shiftPoint(line.completed, 2)) }),
  },
  {
    id: "failures",
    title: say("result.failures"),
    isNumber: true,
    cell: (line) => excused(line.qualityFailures, line.objectiveQualityFailures),
  },
  {
    id: "delays",
    title: say("result.delays"),
    isNumber: true,
    cell: (line) => excused(line.delays, line.objectiveDelays),
  },
];

function verb(line: Line): string {
  return say(line.measures.length === 0 ? "measure.first" : "measure.again");
}

function excused(all: number, objective: number): string {
  return objective === 0 ? String(all) : say("result.excused", { all, objective });
}

function shown(exact: string): string {
  return decimal(exact, language());
}

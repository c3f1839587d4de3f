import { byGivenName, day, decimal, shiftPoint } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { Absences } from "@congtam/shared/absence";
import { Badge, Button, type Column, DataTable, type Tone, type Turns } from "@congtam/ui";
import { type Line, type Load, type Standing, standingOf } from "./standing";

const TONES: Record<Standing, Tone> = {
  late: "bad",
  waiting: "warn",
  open: "info",
  unmeasured: "warn",
  measured: "good",
  done: "good",
};

/** Lines of work by person and by due day; one press shows a line whole. */
export function Lines({
  lines,
  loads,
  today,
  open,
  turns,
}: {
  lines: Line[];
  loads: Load[];
  today: string;
  open: (id: string) => void;
  turns: Turns;
}) {
  return (
    <DataTable
      part={turns}
      label={say("work.lines")}
      columns={columns(loads, today, open)}
      rows={lines}
      nothing={say("work.none")}
      searched={(line) =>
        `${line.assignment.person.fullName} ${line.product.code} ${line.product.name} ${line.assignment.title}`
      }
      pageSize={50}
    />
  );
}

function columns(loads: Load[], today: string, open: (id: string) => void): Column<Line>[] {
  return [
    {
      id: "person",
      title: say("deliveries.person"),
      isHeader: true,
      order: (left, right) =>
        byGivenName(left.assignment.person.fullName, right.assignment.person.fullName),
      cell: (line) => (
        <div className="stack-tight">
          <span>{line.assignment.person.fullName}</span>
          <Absences away={loads.find(({ person }) => person?.id === line.assignment.person.id)} />
        </div>
      ),
    },
    { id: "task", title: say("month.task"), cell: (line) => <Task line={line} /> },
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
      cell: (line) => reached(line),
    },
    {
      id: "standing",
      title: say("month.standing"),
      cell: (line) => <Where line={line} today={today} />,
    },
    {
      id: "act",
      title: say("month.act"),
      cell: (line) => (
        <Button
          size="small"
          aria-label={say("work.lookAt", {
            what: line.product.name,
            who: line.assignment.person.fullName,
          })}
          onPress={() => open(line.id)}
        >
          {say("work.look")}
        </Button>
      ),
    },
  ];
}

export function reached(line: Line): string {
  const shown = (exact: string) => decimal(exact, language());
  return line.product.process === null
    ? say("month.of", { done: shown(line.accepted), all: shown(line.quantity) })
    : say("measure.share", { percent: shown(shiftPoint(line.completed, 2)) });
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

function Where({ line, today }: { line: Line; today: string }) {
  const standing = standingOf(line, today);
  const counted = line.qualityFailures - line.objectiveQualityFailures;
  const delays = line.delays - line.objectiveDelays;
  return (
    <div className="stack-tight">
      <span>
        <Badge tone={TONES[standing]}>{say(`work.${standing}`)}</Badge>
      </span>
      {delays > 0 ? <span className="small">{say("month.delays", { count: delays })}</span> : null}
      {counted > 0 ? (
        <span className="small">{say("month.failures", { count: counted })}</span>
      ) : null}
    </div>
  );
}

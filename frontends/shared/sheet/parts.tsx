import { day, decimal, inOrder } from "@congtam/format";
import type { SheetPartsFragment } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { Badge, type Column, DataTable } from "@congtam/ui";

type Sheet = SheetPartsFragment;
type Criterion = Sheet["criteria"][number];
type Line = Sheet["lines"][number];

/** The ten criteria: what the person said, what the head gave, what was taken off. */
export function Marks({ sheet }: { sheet: Sheet }) {
  const rows = sheet.criteria.map((criterion) => ({ ...criterion, id: criterion.code }));
  const mark = (code: string) => sheet.marks?.find((each) => each.criterion === code);
  const columns: Column<Criterion & { id: string }>[] = [
    {
      id: "name",
      title: say("result.criterion"),
      isHeader: true,
      cell: ({ code, name }) => (
        <span>
          <strong>{code}</strong> {name}
        </span>
      ),
    },
    {
      id: "self",
      title: say("result.self"),
      isNumber: true,
      cell: ({ code }) => shown(mark(code)?.self),
    },
    {
      id: "head",
      title: say("result.head"),
      isNumber: true,
      cell: ({ code }) => shown(mark(code)?.head),
    },
    {
      id: "less",
      title: say("result.deducted"),
      cell: ({ code }) => <Deductions sheet={sheet} code={code} />,
    },
  ];
  return (
    <DataTable
      label={say("result.marks")}
      columns={columns}
      rows={rows}
      nothing={say("result.noMarks")}
    />
  );
}

function Deductions({ sheet, code }: { sheet: Sheet; code: string }) {
  const taken = sheet.deductions.filter((each) => each.criterion === code);
  if (taken.length === 0) return null;
  return (
    <ul className="plain">
      {taken.map((each) => (
        <li key={each.id}>
          {say("result.deduction", {
            points: shown(each.points),
            times: each.times,
            reason: each.reason,
          })}
        </li>
      ))}
    </ul>
  );
}

/** The month's work as it was counted. */
export function Lines({ sheet }: { sheet: Sheet }) {
  const columns: Column<Line>[] = [
    {
      id: "name",
      title: say("result.task"),
      isHeader: true,
      order: (left, right) => inOrder(left.product.name, right.product.name),
      cell: (line) => (
        <div className="stack-tight">
          <span>{line.product.name}</span>
          <span className="quiet small">
            {line.product.code}
            {line.origin === "PLANNED" ? null : ` · ${say(`origin.${line.origin}`)}`}
          </span>
        </div>
      ),
    },
    {
      id: "units",
      title: say("result.units"),
      isNumber: true,
      order: (left, right) => Number(left.units) - Number(right.units),
      cell: (line) => shown(line.units),
    },
    {
      id: "completed",
      title: say("result.completed"),
      isNumber: true,
      cell: (line) => shown(line.completed),
    },
    {
      id: "quality",
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
  return (
    <DataTable
      label={say("result.lines")}
      columns={columns}
      rows={sheet.lines}
      nothing={say("result.noWork")}
    />
  );
}

/** Each fault with its reason, and whether an objective cause was confirmed. */
export function Faults({ sheet }: { sheet: Sheet }) {
  const faults = sheet.lines.flatMap((line) =>
    line.faults.map((fault) => ({ ...fault, what: line.product.name })),
  );
  if (faults.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{say("result.faults")}</h3>
      <ul className="stack-tight">
        {faults.map((fault) => (
          <li key={fault.id}>
            {say(`fault.${fault.kind}`)}, {day(fault.notedOn)}: {fault.reason} ({fault.what}){" "}
            {fault.objective ? (
              <Badge tone="good">
                {say("result.objective", { cause: fault.objectiveCause ?? "" })}
              </Badge>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function excused(all: number, objective: number): string {
  return objective === 0 ? String(all) : say("result.excused", { all, objective });
}

function shown(exact: string | null | undefined): string {
  return exact === null || exact === undefined ? "—" : decimal(exact, language());
}

import { byGivenName } from "@congtam/format";
import { say } from "@congtam/i18n";
import { DeedButtons } from "@congtam/shared/forms";
import { Badge, type Column, DataTable, type Turns } from "@congtam/ui";
import type { List } from "./list-answer";
import { deciding } from "./list-forms";
import { LineState, money } from "./words";

type Line = List["lines"]["nodes"][number];

/** The lines of a list, each with the way to its amount. */
export function Lines({ list, turns }: { list: List; turns: Turns }) {
  return (
    <DataTable
      part={turns}
      label={say("rewardList.linesOf")}
      columns={columns(list)}
      rows={list.lines.nodes}
      nothing={say("rewardList.noLines")}
      searched={(line) => line.person.fullName}
      pageSize={50}
    />
  );
}

function columns(list: List): Column<Line>[] {
  const settles: Column<Line>[] =
    list.corrects === null
      ? []
      : [
          {
            id: "before",
            title: say("rewardLine.before"),
            isNumber: true,
            cell: (row) => money(row.grantedBefore),
          },
        ];
  return [
    {
      id: "person",
      title: say("rewardLine.person"),
      isHeader: true,
      order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
      cell: (row) => (
        <span className="stack-tight">
          <span>{row.person.fullName}</span>
          <span className="quiet small">{row.unit.name}</span>
        </span>
      ),
    },
    {
      id: "level",
      title: say("rewardLine.level"),
      cell: (row) => (row.level ? say(`level.${row.level}`) : row.reason || "—"),
    },
    {
      id: "weight",
      title: say("rewardLine.weight"),
      isNumber: true,
      cell: (row) => row.weight,
    },
    ...settles,
    {
      id: "amount",
      title: say("rewardLine.amount"),
      isNumber: true,
      cell: (row) => <strong>{money(row.amount)}</strong>,
    },
    {
      id: "state",
      title: say("rewardLine.state"),
      cell: (row) => <Standing line={row} />,
    },
    { id: "way", title: say("rewardLine.way"), cell: (row) => <Way line={row} /> },
  ];
}

function Standing({ line }: { line: Line }) {
  return (
    <span className="stack-tight">
      <LineState state={line.state} />
      {line.state === "LISTED" || line.state === "DECLINED" ? (
        <span className="quiet small">
          {say("rewardLine.decides", { agency: line.decidingUnit.agency.name })}
        </span>
      ) : null}
      {line.decisionReason ? <span className="small">{line.decisionReason}</span> : null}
      {line.replaced ? <Badge tone="warn">{say("rewardLine.replaced")}</Badge> : null}
      {line.reviewFlag ? <Badge tone="warn">{say("rewardLine.flag")}</Badge> : null}
      {line.allowedActions.includes("DecideHeadsReward") ? (
        <DeedButtons size="small" forms={[deciding(line, true), deciding(line, false)]} />
      ) : null}
    </span>
  );
}

/** How the amount comes about, step by step, with its articles. */
function Way({ line }: { line: Line }) {
  if (line.steps.length === 0) return "—";
  return (
    <details className="small">
      <summary>
        {say("rewardLine.showWay")}
        <span className="unseen"> {line.person.fullName}</span>
      </summary>
      {line.steps.map((step) => (
        <p key={step.text}>
          {step.text} <strong>{step.value}</strong> <span className="quiet">{step.cite}</span>
        </p>
      ))}
      <p>{say("rewardLine.exact", { exact: line.exact })}</p>
    </details>
  );
}

import { byGivenName, compareDecimals, decimal, shiftPoint } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { Absences } from "@congtam/shared/absence";
import { Badge, Check, type Column, DataTable } from "@congtam/ui";
import type { Load } from "./draft";

interface Row extends Load {
  /** The post. */
  id: string;
  name: string;
}

/** Those whom I score, with what each has already: whoever is chosen gets the work. */
export function People({
  loads,
  chosen,
  choose,
}: {
  loads: Load[];
  chosen: string[];
  choose: (people: string[]) => void;
}) {
  const rows = loads
    .map((load) => ({ ...load, id: load.posting?.id ?? "", name: load.person?.fullName ?? "" }))
    .sort((left, right) => byGivenName(left.name, right.name));
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <DataTable
      label={say("assign.people")}
      columns={columns(chosen, toggle)}
      rows={rows}
      nothing={say("assign.nobody")}
      searched={(row) => row.name}
      pageSize={60}
    />
  );
}

const columns = (chosen: string[], toggle: (id: string) => void): Column<Row>[] => [
  {
    id: "person",
    title: say("deliveries.person"),
    isHeader: true,
    order: (left, right) => byGivenName(left.name, right.name),
    cell: (row) => (
      <div className="stack-tight">
        {row.allowedActions.includes("AssignWork") ? (
          <Check label={row.name} checked={chosen.includes(row.id)} change={() => toggle(row.id)} />
        ) : (
          <span>{row.name}</span>
        )}
        <span className="quiet small">{row.posting?.position?.name ?? row.posting?.unit.name}</span>
        <Absences away={row} />
      </div>
    ),
  },
  {
    id: "planned",
    title: say("assign.has"),
    isNumber: true,
    order: (left, right) => compareDecimals(left.planned, right.planned),
    cell: (row) => <Has row={row} />,
  },
];

/** What is first assigned already, what of the unit's work that is, and the graph's warning. */
function Has({ row }: { row: Row }) {
  const shown = (exact: string) => decimal(exact, language());
  const percent = (share: string) => shown(shiftPoint(share, 2));
  return (
    <div className="stack-tight">
      <span>{say("assign.units", { units: shown(row.planned), lines: row.lines })}</span>
      {row.share === null ? null : (
        <span className="quiet small">
          {say("assign.shareOfUnit", { percent: percent(row.share) })}
        </span>
      )}
      {Number(row.beyond) > 0 ? (
        <span className="quiet small">{say("assign.beyond", { units: shown(row.beyond) })}</span>
      ) : null}
      {row.warned && row.heaviest !== null ? (
        <span className="small">
          <Badge tone="warn">
            {say("assign.heavy", {
              percent: percent(row.heaviest),
              above: percent(row.warnedAbove),
            })}
          </Badge>{" "}
          {row.heaviestProduct?.name}
        </span>
      ) : null}
    </div>
  );
}

import { decimal } from "@congtam/format";
import type { SpreadOfScoresQuery } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { spread } from "@congtam/i18n/catalogue/inspector-spread";
import { type Column, DataTable } from "@congtam/ui";

learn(spread);

export type Spread = SpreadOfScoresQuery["scoresBeneath"][number] & { id: string; name: string };
type Outlier = SpreadOfScoresQuery["scoreOutliers"][number];

const LEVELS = ["excellent", "good", "completedLevel", "notCompleted", "insufficient"] as const;
const QUARTERS = ["lowest", "firstQuarter", "middle", "thirdQuarter", "highest", "mean"] as const;

/** The same numbers as the chart's, and how many sheets stand at each level. */
export function Numbers({ spreads }: { spreads: Spread[] }) {
  return (
    <DataTable
      label={say("spread.byUnit")}
      columns={COLUMNS}
      rows={spreads}
      nothing={say("spread.none")}
    />
  );
}

const COLUMNS: Column<Spread>[] = [
  { id: "name", title: say("spread.unit"), isHeader: true, cell: ({ name }) => name },
  {
    id: "signed",
    title: say("spread.signed"),
    isNumber: true,
    cell: ({ signed, sheets }) => `${signed}/${sheets}`,
  },
  ...LEVELS.map((level) => ({
    id: level,
    title: say(`spread.${level}`),
    isNumber: true,
    cell: (each: Spread) => each[level],
  })),
  ...QUARTERS.map((quarter) => ({
    id: quarter,
    title: say(`spread.${quarter}`),
    isNumber: true,
    cell: (each: Spread) => shown(each[quarter]),
  })),
];

/** Signed scores outside of what is usual among comparable units. */
export function Outliers({ found }: { found: Outlier[] }) {
  const rows = found.flatMap((each) =>
    each.sheet === null ? [] : [{ ...each, id: each.sheet.id }],
  );
  return (
    <DataTable
      label={say("spread.outliers")}
      columns={OUTLIERS}
      rows={rows}
      nothing={say("spread.noOutliers")}
    />
  );
}

const OUTLIERS: Column<Outlier & { id: string }>[] = [
  {
    id: "person",
    title: say("spread.person"),
    isHeader: true,
    cell: ({ id, person }) => <a href={`/inspector/sheet/${id}`}>{person?.fullName ?? "—"}</a>,
  },
  { id: "unit", title: say("spread.unit"), cell: ({ unit }) => unit?.name ?? "—" },
  { id: "total", title: say("spread.total"), isNumber: true, cell: ({ total }) => shown(total) },
  { id: "middle", title: say("spread.middle"), isNumber: true, cell: (each) => shown(each.middle) },
  {
    id: "usual",
    title: say("spread.usual"),
    isNumber: true,
    cell: ({ low, high }) => say("spread.from", { low: shown(low), high: shown(high) }),
  },
  { id: "of", title: say("spread.compared"), isNumber: true, cell: ({ compared }) => compared },
];

function shown(exact: string | null): string {
  return exact === null ? "—" : decimal(exact, language());
}

import { decimal } from "@congtam/format";
import { MyYearDocument, type MyYearQuery, useAnswer } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { monthsIn, periodName } from "@congtam/shared/period";
import { LevelBadge, SheetState } from "@congtam/shared/sheet";
import { Loaded, useToday } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Page } from "@congtam/ui";
import { Chart } from "./chart";

type Sheet = MyYearQuery["mySheets"]["nodes"][number];
type Result = MyYearQuery["myResults"]["nodes"][number];

/** My year: a small chart of the months or quarters, its numbers in a table, and what they add up to. */
export default function Year() {
  const answer = useAnswer(MyYearDocument, {});
  const months = monthsIn(useToday());
  return (
    <Page title={say("year.title")}>
      <Loaded answer={answer}>
        {({ mySheets, myResults }) => (
          <>
            <Card title={say("year.months", { months })}>
              <Chart sheets={mySheets.nodes} />
              <DataTable
                label={say("year.months", { months })}
                columns={MONTHS}
                rows={mySheets.nodes}
                nothing={say("year.none")}
              />
            </Card>
            <Card title={say("year.results")}>
              <DataTable
                label={say("year.results")}
                columns={RESULTS}
                rows={myResults.nodes.filter((each) => each.replacedAt === null)}
                nothing={say("year.noResults")}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const MONTHS: Column<Sheet>[] = [
  {
    id: "period",
    title: say("year.month"),
    isHeader: true,
    order: (left, right) => left.period.localeCompare(right.period),
    cell: (sheet) => <a href={pathOf(sheet)}>{periodName(sheet.period, sheet.periodMonths)}</a>,
  },
  { id: "unit", title: say("month.unit"), cell: (sheet) => sheet.unit.name },
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
];

const RESULTS: Column<Result>[] = [
  {
    id: "span",
    title: say("year.span"),
    isHeader: true,
    cell: (result) => spanName(result),
  },
  {
    id: "total",
    title: say("year.total"),
    isNumber: true,
    cell: (result) => (result.total === null ? "—" : decimal(result.total, language())),
  },
  {
    id: "level",
    title: say("year.level"),
    cell: (result) => (result.level === null ? "—" : <LevelBadge level={result.level} />),
  },
  {
    id: "notes",
    title: say("year.notes"),
    cell: (result) => (
      <span className="row">
        {result.provisional ? <Badge tone="warn">{say("year.provisional")}</Badge> : null}
        {result.stale ? <Badge tone="warn">{say("year.stale")}</Badge> : null}
        {result.rated ? null : <Badge>{say("year.notRated")}</Badge>}
      </span>
    ),
  },
];

const MONTHS_OF = { QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;

/** "Quý III/2026": which of its kind the span is in its year. */
function spanName({ span, period }: Result): string {
  const number = Math.floor((Number(period.slice(5, 7)) - 1) / MONTHS_OF[span]) + 1;
  return say(`span.${span}`, { number, year: period.slice(0, 4) });
}

function pathOf(sheet: Sheet): string {
  const shown = sheet.state === "RELEASED" || sheet.state === "CLOSED";
  return shown ? `/staff/result/${sheet.id}` : `/staff/month/${sheet.period}`;
}

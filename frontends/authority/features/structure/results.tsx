import { decimal } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { LevelBadge } from "@congtam/shared/sheet";
import { Badge, Card, type Column, DataTable } from "@congtam/ui";
import type { PersonFound } from "./person-answer";

type Result = PersonFound["resultsOfPerson"]["nodes"][number];

/** What the closed months add up to, the latest first. */
export function Results({ results }: { results: Result[] }) {
  return (
    <Card title={say("structure.results")}>
      <DataTable
        label={say("structure.results")}
        columns={columns()}
        rows={results}
        nothing={say("structure.noResults")}
      />
    </Card>
  );
}

function columns(): Column<Result>[] {
  return [
    { id: "span", title: say("structure.span"), isHeader: true, cell: spanOf },
    {
      id: "total",
      title: say("structure.total"),
      isNumber: true,
      cell: (result) => (result.total === null ? "—" : decimal(result.total, language())),
    },
    {
      id: "level",
      title: say("structure.level"),
      cell: (result) => (
        <span className="row">
          {result.level === null ? say("structure.notRated") : <LevelBadge level={result.level} />}
          {result.stale ? <Badge tone="warn">{say("structure.stale")}</Badge> : null}
        </span>
      ),
    },
  ];
}

function spanOf({ span, period }: Result): string {
  const month = Number(period.slice(5, 7));
  const size = span === "QUARTER" ? 3 : span === "HALF_YEAR" ? 6 : 12;
  return say(`span.${span}`, {
    number: Math.floor((month - 1) / size) + 1,
    year: period.slice(0, 4),
  });
}

import { byGivenName, instant } from "@congtam/format";
import { PublishedClassesDocument, type PublishedClassesQuery, useAnswer } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { LevelBadge } from "@congtam/shared/sheet";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { Card, type Column, DataTable } from "@congtam/ui";

type Class = PublishedClassesQuery["publishedClasses"]["nodes"][number];

/** What everybody of the agency reads: the class, nothing else. */
export function Published({ agency, year }: { agency: string; year: number }) {
  const { after, turns } = useCursor(`${agency}.${year}`);
  const answer = useAnswer(PublishedClassesDocument, { agency, year, after });
  return (
    <Loaded answer={answer}>
      {({ publishedClasses: found }) => (
        <Card title={say("decided.list", { count: found.totalCount })}>
          <DataTable
            part={turns(found.pageInfo)}
            label={say("decided.published")}
            columns={COLUMNS()}
            rows={[...found.nodes].sort((left, right) =>
              byGivenName(left.person.fullName, right.person.fullName),
            )}
            nothing={say("decided.nonePublished", { year })}
            searched={(row) => row.person.fullName}
            pageSize={50}
          />
        </Card>
      )}
    </Loaded>
  );
}

const COLUMNS = (): Column<Class>[] => [
  {
    id: "person",
    title: say("board.person"),
    isHeader: true,
    order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
    cell: (row) => row.person.fullName,
  },
  {
    id: "level",
    title: say("decide.level"),
    cell: (row) => <LevelBadge level={row.level} />,
  },
  {
    id: "when",
    title: say("board.publishedAt"),
    cell: (row) => instant(row.publishedAt),
  },
];

import { day } from "@congtam/format";
import { PositionsDocument, type PositionsQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { positions as texts } from "@congtam/i18n/catalogue/positions";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons } from "@congtam/shared/forms";
import { go, Loaded, useCursor } from "@congtam/shared/shell";
import { Card, type Column, DataTable, Loading, Page } from "@congtam/ui";
import { definePosition } from "./position-deeds";

learn(texts);

type Position = PositionsQuery["positions"]["nodes"][number];

/** The job positions of an agency. */
export default function Positions() {
  const { agency } = useAgency();
  return (
    <Page title={say("positions.title")}>
      {agency === null ? <Loading /> : <Found key={agency.id} agency={agency.id} />}
    </Page>
  );
}

function Found({ agency }: { agency: string }) {
  const { after, turns } = useCursor(agency);
  const answer = useAnswer(PositionsDocument, { agency, after });
  return (
    <Loaded answer={answer}>
      {({ agency: of, positions }) => (
        <Card
          title={say("positions.list")}
          aside={
            of?.allowedActions.includes("DefinePosition") ? (
              <DeedButtons
                forms={[definePosition(of.id, null)]}
                then={(made) => go(`/authority/positions/${(made as { id: string }).id}`)}
              />
            ) : null
          }
        >
          <DataTable
            part={turns(positions.pageInfo)}
            label={say("positions.list")}
            columns={columns()}
            rows={positions.nodes}
            nothing={say("positions.none")}
            searched={({ code, name }) => `${code} ${name}`}
          />
        </Card>
      )}
    </Loaded>
  );
}

function columns(): Column<Position>[] {
  return [
    {
      id: "code",
      title: say("positions.code"),
      order: (left, right) => left.code.localeCompare(right.code),
      cell: ({ code }) => code,
    },
    {
      id: "name",
      title: say("positions.name"),
      isHeader: true,
      order: (left, right) => left.name.localeCompare(right.name, "vi"),
      cell: ({ id, name }) => <a href={`/authority/positions/${id}`}>{name}</a>,
    },
    {
      id: "group",
      title: say("positions.group"),
      cell: ({ group }) => (group === null ? "—" : say(`positions.group.${group}`)),
    },
    {
      id: "rank",
      title: say("positions.rank"),
      cell: ({ rank }) => (rank === null ? "—" : say(`positions.rank.${rank}`)),
    },
    { id: "since", title: say("positions.since"), cell: ({ openedOn }) => day(openedOn) },
  ];
}

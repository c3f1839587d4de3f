import { instant } from "@congtam/format";
import { AttemptsDocument, type AttemptsQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { trail } from "@congtam/i18n/catalogue/inspector-trail";
import { useAgency } from "@congtam/shared/agency";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { Card, type Column, DataTable, Page, Pager } from "@congtam/ui";
import { Story } from "./leaf";

learn(trail);

type Attempt = AttemptsQuery["refusedAttempts"][number] & { id: string };

/** Who tried what was not his to do, and how often; nothing came of any of it. */
export default function Attempts() {
  const { agency } = useAgency();
  const { after, turns } = useCursor(`${agency?.id}`);
  const asked = { agency: agency?.id ?? "", after };
  const answer = useAnswer(AttemptsDocument, asked, agency === null);
  return (
    <Page title={say("inspector.attempts")}>
      <Loaded answer={answer}>
        {({ refusedAttempts, auditIn: { nodes, pageInfo } }) => (
          <>
            <Card title={say("attempts.byWhom")}>
              <p className="quiet">{say("attempts.why")}</p>
              <DataTable
                label={say("attempts.byWhom")}
                columns={COLUMNS}
                rows={refusedAttempts.map((each) => ({ ...each, id: nameOf(each) }))}
                nothing={say("attempts.none")}
              />
            </Card>
            {nodes.length === 0 ? null : (
              <Card title={say("attempts.each")}>
                <Story leaves={nodes} />
                <Pager {...turns(pageInfo)} />
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function nameOf({ actor, deed, refusal }: Omit<Attempt, "id">): string {
  return `${actor?.id} ${deed} ${refusal}`;
}

const COLUMNS: Column<Attempt>[] = [
  {
    id: "who",
    title: say("attempts.who"),
    isHeader: true,
    cell: ({ actor }) =>
      actor ? (
        <a href={`/inspector/trail/by/${actor.id}`}>{actor.fullName}</a>
      ) : (
        say("trail.nobody")
      ),
  },
  { id: "deed", title: say("trail.deed"), cell: ({ deedName }) => deedName },
  { id: "why", title: say("attempts.refusal"), cell: ({ refusalText }) => refusalText },
  {
    id: "times",
    title: say("attempts.count"),
    isNumber: true,
    order: (left, right) => left.times - right.times,
    cell: ({ times }) => times,
  },
  { id: "last", title: say("attempts.last"), cell: ({ lastAt }) => instant(lastAt) },
];

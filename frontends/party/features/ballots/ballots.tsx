import { byGivenName, instant } from "@congtam/format";
import { PartyBallotsDocument, type PartyBallotsQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyBallots } from "@congtam/i18n/catalogue/party-ballots";
import { aboutName } from "@congtam/shared/party";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, type Column, DataTable, Page } from "@congtam/ui";

learn(partyBallots);

type Found = PartyBallotsQuery;
type Ballot = Found["partyBallots"]["nodes"][number];

/** Votes that wait for me, and all ballots that I may see. */
export default function Ballots() {
  const { after, turns } = useCursor("ballots");
  const answer = useAnswer(PartyBallotsDocument, { after });
  return (
    <Page title={say("party.ballots")}>
      <Loaded answer={answer}>
        {(found) => (
          <>
            <Mine ballots={found.myPartyBallots.nodes} />
            <Card title={say("partyBallots.all")}>
              <DataTable
                part={turns(found.partyBallots.pageInfo)}
                label={say("partyBallots.all")}
                columns={columns()}
                rows={found.partyBallots.nodes}
                nothing={say("partyBallots.none")}
                searched={aboutName}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Mine({ ballots }: { ballots: Found["myPartyBallots"]["nodes"] }) {
  return (
    <Card title={say("partyBallots.mine")}>
      {ballots.length === 0 ? <p className="quiet">{say("partyBallots.noneMine")}</p> : null}
      <div>
        {ballots.map((ballot) => (
          <div key={ballot.id} className="told">
            <div className="stack-tight">
              <strong>{`${say(`party.kind.${ballot.kind}`)}: ${aboutName(ballot)}`}</strong>
              <span className="quiet small">
                {`${ballot.body.name} · ${instant(ballot.openedAt)}`}
              </span>
            </div>
            <ButtonLink kind="main" size="small" href={`/party/ballots/${ballot.id}`}>
              {say("partyBallots.vote")}
              <span className="unseen">{aboutName(ballot)}</span>
            </ButtonLink>
          </div>
        ))}
      </div>
    </Card>
  );
}

const columns = (): Column<Ballot>[] => [
  {
    id: "about",
    title: say("partyBallots.about"),
    isHeader: true,
    order: (left, right) => byGivenName(aboutName(left), aboutName(right)),
    cell: (ballot) => (
      <div className="stack-tight">
        <span>{aboutName(ballot)}</span>
        <span className="quiet small">{say(`party.kind.${ballot.kind}`)}</span>
      </div>
    ),
  },
  { id: "body", title: say("partyBallots.body"), cell: (ballot) => ballot.body.name },
  {
    id: "opened",
    title: say("partyBallots.opened"),
    order: (left, right) => left.openedAt.localeCompare(right.openedAt),
    cell: (ballot) => instant(ballot.openedAt),
  },
  {
    id: "state",
    title: say("partyBallots.state"),
    cell: (ballot) => (
      <Badge tone={ballot.state === "OPEN" ? "info" : "plain"}>
        {say(`party.ballot.${ballot.state}`)}
      </Badge>
    ),
  },
  {
    id: "turnout",
    title: say("partyBallots.turnout"),
    isNumber: true,
    cell: (ballot) => (ballot.way === "PAPER" ? "—" : `${ballot.turnout}/${ballot.summoned}`),
  },
  {
    id: "chosen",
    title: say("partyBallots.outcome"),
    cell: (ballot) =>
      ballot.chosen === null
        ? say(ballot.state === "COUNTED" ? "partyBallots.nothingChosen" : "partyBallots.notYet")
        : say(`party.choice.${ballot.chosen}`),
  },
  {
    id: "act",
    title: say("partyBallots.act"),
    cell: (ballot) => (
      <ButtonLink size="small" href={`/party/ballots/${ballot.id}`}>
        {say("partyBallots.show")}
        <span className="unseen">{aboutName(ballot)}</span>
      </ButtonLink>
    ),
  },
];

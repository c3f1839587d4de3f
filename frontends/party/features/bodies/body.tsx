import { byGivenName, day, today } from "@congtam/format";
import { PartyBodyShownDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyBodies } from "@congtam/i18n/catalogue/party-bodies";
import { partyBody } from "@congtam/i18n/catalogue/party-body";
import { spanName } from "@congtam/shared/party";
import { LevelBadge } from "@congtam/shared/sheet";
import { Loaded, type Params, useCursor } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, Fact, Facts, Nothing, Page } from "@congtam/ui";
import type { Body, Shown } from "./body-answer";
import { Meetings } from "./meetings";
import { Members } from "./members";
import { Offices } from "./offices";
import { OpenCampaign } from "./open-campaign";
import { Rules } from "./rules";
import { Structure } from "./structure";
import { Tree } from "./tree";

learn(partyBodies, partyBody);

/** One body of the Party, or a collective beside it. */
export default function BodyScreen({ params }: { params: Params }) {
  const id = params.id ?? "";
  const { after, turns } = useCursor(id);
  const year = Number(today().slice(0, 4));
  const answer = useAnswer(PartyBodyShownDocument, { id, year, after });
  return (
    <Loaded isPage answer={answer}>
      {(found) =>
        found.partyBody === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/party/bodies">{say("party.bodies")}</a>
          </Nothing>
        ) : (
          <Page
            title={found.partyBody.name}
            actions={
              <>
                <OpenCampaign body={found.partyBody} />
                <Structure body={found.partyBody} />
              </>
            }
          >
            <About body={found.partyBody} />
            <Campaigns campaigns={found.partyCampaigns.nodes} />
            <Meetings meetings={found.partyMeetingsOfBody.nodes} />
            <Offices body={found.partyBody} />
            <Members body={found.partyBody} turns={turns} />
            <Beneath body={found.partyBody} />
            <Rules body={found.partyBody} rules={found.partyBallotRules.nodes} />
            <Published found={found} year={year} />
          </Page>
        )
      }
    </Loaded>
  );
}

function About({ body }: { body: Body }) {
  return (
    <Card>
      <Facts>
        <Fact name={say("partyBody.kind")}>{say(`partyBodies.kind.${body.kind}`)}</Fact>
        <Fact name={say("partyBody.code")}>{body.code}</Fact>
        {/* No link: whoever reads a body need not read the one above it. */}
        {body.parent === null ? null : (
          <Fact name={say("partyBody.above")}>{body.parent.name}</Fact>
        )}
        {body.agency === null ? null : (
          <Fact name={say("partyBody.agency")}>{body.agency.name}</Fact>
        )}
        <Fact name={say("partyBody.founded")}>{day(body.since)}</Fact>
        {body.until === null ? null : <Fact name={say("partyBody.closed")}>{day(body.until)}</Fact>}
      </Facts>
    </Card>
  );
}

function Campaigns({ campaigns }: { campaigns: Shown["partyCampaigns"]["nodes"] }) {
  if (campaigns.length === 0) return null;
  return (
    <Card title={say("partyBody.campaigns")}>
      <div>
        {campaigns.map((campaign) => (
          <div key={campaign.id} className="told">
            <div className="stack-tight">
              <strong>{spanName(campaign)}</strong>
              {campaign.finishBy === null ? null : (
                <span className="quiet small">
                  {say("partyBody.finishBy", { day: day(campaign.finishBy) })}
                </span>
              )}
            </div>
            <div className="row">
              <Badge tone={campaign.state === "PUBLISHED" ? "plain" : "info"}>
                {say(`party.campaign.${campaign.state}`)}
              </Badge>
              <ButtonLink size="small" href={`/party/campaigns/${campaign.id}`}>
                {say("partyBody.show")}
                <span className="unseen">{spanName(campaign)}</span>
              </ButtonLink>
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}

function Beneath({ body }: { body: Body }) {
  if (body.bodies.nodes.length === 0) return null;
  return (
    <Card title={say("partyBody.beneath")}>
      <Tree bodies={body.bodies.nodes} />
    </Card>
  );
}

/** What the members of a body are told: the class, nothing else. */
function Published({ found, year }: { found: Shown; year: number }) {
  const named = (each: Shown["partyPublishedClasses"]["nodes"][number]) =>
    each.person?.fullName ?? each.body.name;
  const classes = [...found.partyPublishedClasses.nodes].sort((left, right) =>
    byGivenName(named(left), named(right)),
  );
  if (classes.length === 0) return null;
  return (
    <Card title={say("partyBody.published", { year })}>
      <ul className="plain stack-tight">
        {classes.map((each) => (
          <li key={each.id} className="row spread">
            <span>{`${named(each)} · ${spanName(each)}`}</span>
            <LevelBadge level={each.level} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

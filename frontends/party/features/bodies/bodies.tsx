import { day } from "@congtam/format";
import { PartyTreeDocument, type PartyTreeQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyBodies } from "@congtam/i18n/catalogue/party-bodies";
import { Loaded } from "@congtam/shared/shell";
import { Badge, Card, Page } from "@congtam/ui";
import { Tree } from "./tree";

learn(partyBodies);

type Found = PartyTreeQuery;

/** Where I belong, my offices, and the bodies that I read. */
export default function Bodies() {
  const answer = useAnswer(PartyTreeDocument, {});
  return (
    <Page title={say("party.bodies")}>
      <Loaded answer={answer}>
        {(found) => (
          <>
            <Mine found={found} />
            {found.partyBodies.nodes.length === 0 ? null : (
              <Card title={say("partyBodies.tree")}>
                <Tree bodies={found.partyBodies.nodes} />
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Mine({ found }: { found: Found }) {
  const memberships = found.myPartyMemberships.nodes;
  const offices = found.myPartyOffices.nodes;
  return (
    <div className="columns">
      <Card title={say("partyBodies.membership")}>
        {memberships.length === 0 ? (
          <p className="quiet">{say("partyBodies.noMembership")}</p>
        ) : (
          <div>
            {memberships.map((each) => (
              <div key={each.id} className="told">
                <div className="stack-tight">
                  <a href={`/party/bodies/${each.body.id}`}>{each.body.name}</a>
                  <span className="quiet small">
                    {say("partyBodies.since", { day: day(each.since) })}
                    {each.until === null
                      ? null
                      : say("partyBodies.until", { day: day(each.until) })}
                  </span>
                </div>
                <div className="row">
                  <Badge>{say(`partyBodies.standing.${each.standing}`)}</Badge>
                  {each.activity === "TEMPORARY" ? (
                    <Badge>{say("partyBodies.activity.TEMPORARY")}</Badge>
                  ) : null}
                </div>
              </div>
            ))}
          </div>
        )}
      </Card>
      <Card title={say("partyBodies.offices")}>
        {offices.length === 0 ? (
          <p className="quiet">{say("partyBodies.noOffice")}</p>
        ) : (
          <div>
            {offices.map((each) => (
              <div key={each.id} className="told">
                <a href={`/party/bodies/${each.body.id}`}>{each.body.name}</a>
                <Badge tone="info">{say(`partyBodies.office.${each.kind}`)}</Badge>
              </div>
            ))}
          </div>
        )}
      </Card>
    </div>
  );
}

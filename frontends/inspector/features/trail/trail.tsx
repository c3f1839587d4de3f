import { AgencyTrailDocument, type AgencyTrailQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { trail } from "@congtam/i18n/catalogue/inspector-trail";
import { useAgency } from "@congtam/shared/agency";
import { Loaded, type Params, useCursor } from "@congtam/shared/shell";
import { ButtonLink, Card, Choice, Page, Pager } from "@congtam/ui";
import { useState } from "react";
import { Story } from "./leaf";

learn(trail);

/** What was done in the agency, by everybody or by one person, of every kind or of one. */
export default function Trail({ params }: { params: Params }) {
  const { agency } = useAgency();
  const [deed, choose] = useState("");
  const actor = params.actor ?? null;
  const { after, turns } = useCursor(`${agency?.id} ${actor} ${deed}`);
  const asked = { agency: agency?.id ?? "", actor, deed: deed === "" ? null : deed, after };
  const answer = useAnswer(AgencyTrailDocument, asked, agency === null);
  return (
    <Page
      title={say("inspector.allDeeds")}
      actions={
        actor === null ? null : (
          <ButtonLink href="/inspector/trail">{say("trail.everybody")}</ButtonLink>
        )
      }
    >
      <Loaded answer={answer}>
        {({ auditIn: { nodes, pageInfo }, deedsIn }) => (
          <Card title={actor === null ? say("trail.latestFirst") : of(nodes)}>
            <Choice
              label={say("trail.deed")}
              value={deed}
              none={say("trail.everyDeed")}
              options={deedsIn.map(({ deed: value, deedName, times }) => ({
                value,
                label: say("trail.deedTimes", { name: deedName, times }),
              }))}
              choose={choose}
            />
            <Story leaves={nodes} />
            <Pager {...turns(pageInfo)} />
          </Card>
        )}
      </Loaded>
    </Page>
  );
}

function of(leaves: AgencyTrailQuery["auditIn"]["nodes"]): string {
  const name = leaves[0]?.actor?.fullName;
  return name === undefined ? say("trail.latestFirst") : say("trail.by", { who: name });
}

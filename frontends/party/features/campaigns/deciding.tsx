import {
  DecidePartyCampaignDocument,
  PartyDecidingDocument,
  type PartyDecidingQuery,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyCampaigns } from "@congtam/i18n/catalogue/party-campaigns";
import { partyDeciding } from "@congtam/i18n/catalogue/party-deciding";
import { PaperFields, Refused, spanName } from "@congtam/shared/party";
import { go, Loaded, type Params, useCursor, useDrafts, useTold } from "@congtam/shared/shell";
import { Button, ButtonLink, Card, Confirm, Nothing, Page, Pager } from "@congtam/ui";
import { useState } from "react";
import { type Draft, lacking, NOTHING, sent } from "./decision";
import { Group } from "./group";
import { Levels } from "./levels";
import { Places } from "./places";

learn(partyCampaigns, partyDeciding);

type Campaign = NonNullable<PartyDecidingQuery["partyCampaign"]>;

/** The decision of a committee's closed set: within its places, by one decision. */
export default function Deciding({ params }: { params: Params }) {
  const id = params.id ?? "";
  const { after, turns } = useCursor(id);
  const answer = useAnswer(PartyDecidingDocument, { id, after });
  return (
    <Loaded isPage answer={answer}>
      {({ partyCampaign: campaign }) =>
        campaign?.allowedActions.includes("DecidePartyCampaign") ? (
          <Form campaign={campaign} turns={turns} />
        ) : (
          <Nothing isPage title={say("deciding.notNow")}>
            <a href={`/party/campaigns/${id}`}>{say("deciding.back")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

/** What is chosen is kept from page to page of a long set. */
function Form({
  campaign,
  turns,
}: {
  campaign: Campaign;
  turns: ReturnType<typeof useCursor>["turns"];
}) {
  const title = say("deciding.title", { body: campaign.body.name, span: spanName(campaign) });
  const [kept, keep, forget] = useDrafts<Draft>(`decision.${campaign.id}`);
  const [tried, setTried] = useState(false);
  const [asking, ask] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(DecidePartyCampaignDocument, title),
    say("deciding.done"),
  );
  const draft = kept ?? NOTHING;
  const change = (part: Partial<Draft>) => keep({ ...draft, ...part });
  const reviews = campaign.reviews.nodes.filter(
    ({ state, replacedAt }) => state === "OPEN" && replacedAt === null,
  );
  const rated = campaign.places.reduce((sum, group) => sum + group.rated, 0);
  const lacks = lacking(draft, campaign.places, reviews);
  const decide = async () => {
    const told = sent(draft, campaign.places);
    ask(false);
    if (told === null) return;
    const outcome = await act({ campaign: campaign.id, version: campaign.version, ...told });
    if (outcome.did !== "done") return;
    forget();
    go(`/party/campaigns/${campaign.id}`);
  };
  return (
    <Page
      title={title}
      actions={
        <ButtonLink href={`/party/campaigns/${campaign.id}`}>{say("deciding.back")}</ButtonLink>
      }
    >
      <Refused refusal={refusal} />
      <Places places={campaign.places} />
      {campaign.places.map((group) => (
        <Group
          key={group.category}
          group={group}
          candidates={reviews.filter(
            (review) => review.category === group.category && review.lawfulLevel === "EXCELLENT",
          )}
          draft={draft}
          change={change}
        />
      ))}
      <Levels reviews={reviews} draft={draft} change={change} />
      <Pager {...turns(campaign.reviews.pageInfo)} />
      <Card>
        <PaperFields
          label={say("party.decision")}
          paper={draft.decision}
          change={(decision) => change({ decision })}
        />
        {tried && lacks.length > 0 ? (
          <p role="alert" className="missing">
            {say("deciding.missing", {
              what: lacks.map((each) => say(`deciding.lacks.${each}`)).join("; "),
            })}
          </p>
        ) : null}
        <div className="row">
          <Button
            kind="main"
            isPending={pending}
            onPress={() => {
              setTried(true);
              if (lacks.length === 0) ask(true);
            }}
          >
            {say("deciding.decide")}
          </Button>
        </div>
      </Card>
      {asking ? (
        <Confirm
          title={say("deciding.sure")}
          confirm={say("deciding.decide")}
          pending={pending}
          act={decide}
          close={() => ask(false)}
        >
          <p>{say("deciding.sureWhy", { count: rated })}</p>
        </Confirm>
      ) : null}
    </Page>
  );
}

import { byGivenName, day, instant } from "@congtam/format";
import {
  type CampaignStandingFragment,
  PartyCampaignShownDocument,
  type PartyCampaignShownQuery,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyCampaigns } from "@congtam/i18n/catalogue/party-campaigns";
import { aboutName, percent, Reviewed, spanName, voiceName } from "@congtam/shared/party";
import { LevelBadge } from "@congtam/shared/sheet";
import { Loaded, type Params, useCursor } from "@congtam/shared/shell";
import {
  Badge,
  ButtonLink,
  Card,
  type Column,
  DataTable,
  Fact,
  Facts,
  Nothing,
  Page,
} from "@congtam/ui";
import { Acts } from "./acts";
import { Groups, Places } from "./places";

learn(partyCampaigns);

type Found = PartyCampaignShownQuery;
type Campaign = NonNullable<Found["partyCampaign"]>;
type Review = Campaign["reviews"]["nodes"][number];

/** One committee's reviews of a year or a quarter. */
export default function CampaignScreen({ params }: { params: Params }) {
  const id = params.id ?? "";
  const { after, turns } = useCursor(id);
  const answer = useAnswer(PartyCampaignShownDocument, { id, after });
  return (
    <Loaded isPage answer={answer}>
      {({ partyCampaign: campaign, partyGroups, partyShares }) =>
        campaign === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/party/bodies">{say("party.bodies")}</a>
          </Nothing>
        ) : (
          <Page
            title={say("partyCampaigns.title", {
              body: campaign.body.name,
              span: spanName(campaign),
            })}
            actions={<Acts campaign={campaign} />}
          >
            <Standing campaign={campaign} />
            <Shares shares={partyShares} />
            {partyGroups.length > 0 ? (
              <Groups groups={partyGroups} />
            ) : (
              <Places places={campaign.places} />
            )}
            <Card title={say("partyCampaigns.reviews")}>
              <DataTable
                part={turns(campaign.reviews.pageInfo)}
                label={say("partyCampaigns.reviews")}
                columns={columns()}
                rows={current(campaign.reviews.nodes)}
                nothing={say("partyCampaigns.none")}
                searched={aboutName}
                pageSize={50}
              />
            </Card>
          </Page>
        )
      }
    </Loaded>
  );
}

function current(reviews: readonly Review[]): Review[] {
  return reviews
    .filter(({ replacedAt }) => replacedAt === null)
    .sort((left, right) => byGivenName(aboutName(left), aboutName(right)));
}

function Standing({ campaign }: { campaign: CampaignStandingFragment }) {
  const told = [
    ["opened", campaign.openedAt],
    ["closed", campaign.closedAt],
    ["decided", campaign.decidedAt],
    ["notified", campaign.notifiedAt],
    ["published", campaign.publishedAt],
  ] as const;
  return (
    <Card>
      <Facts>
        <Fact name={say("partyCampaigns.state")}>
          <Badge tone={campaign.state === "PUBLISHED" ? "good" : "info"}>
            {say(`party.campaign.${campaign.state}`)}
          </Badge>
        </Fact>
        {campaign.finishBy === null ? null : (
          <Fact name={say("partyCampaigns.finishBy")}>{day(campaign.finishBy)}</Fact>
        )}
        {told.map(([name, at]) =>
          at === null ? null : (
            <Fact key={name} name={say(`partyCampaigns.${name}`)}>
              {instant(at)}
            </Fact>
          ),
        )}
        {campaign.decisionNo === null || campaign.decisionDay === null ? null : (
          <Fact name={say("party.decision")}>
            {say("partyCampaigns.decision", {
              no: campaign.decisionNo,
              day: day(campaign.decisionDay),
              who: campaign.decidedBy?.fullName ?? "",
            })}
          </Fact>
        )}
      </Facts>
    </Card>
  );
}

function Shares({ shares }: { shares: Found["partyShares"] }) {
  if (shares.length === 0) return null;
  return (
    <Card title={say("partyCampaigns.shares")}>
      <div>
        {shares.map((each) => (
          <div key={each.id} className="told">
            <div className="stack-tight">
              <strong>{percent(each.share)}</strong>
              <span>{each.reason}</span>
              <span className="quiet small">
                {say("partyCampaigns.decision", {
                  no: each.documentNo,
                  day: day(each.documentDay),
                  who: each.decidedBy.fullName,
                })}
              </span>
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}

const columns = (): Column<Review>[] => [
  {
    id: "about",
    title: say("partyCampaigns.about"),
    isHeader: true,
    order: (left, right) => byGivenName(aboutName(left), aboutName(right)),
    cell: (review) => (
      <div className="stack-tight">
        <span>{aboutName(review)}</span>
        <span className="quiet small">{say(`party.category.${review.category}`)}</span>
      </div>
    ),
  },
  {
    id: "body",
    title: say("partyCampaigns.body"),
    order: (left, right) => left.body.name.localeCompare(right.body.name, "vi"),
    cell: (review) => review.body.name,
  },
  {
    id: "voices",
    title: say("partyCampaigns.voices"),
    cell: (review) => <Waiting review={review} />,
  },
  {
    id: "lawful",
    title: say("partyCampaigns.lawful"),
    cell: (review) =>
      review.lawfulLevel === null ? "—" : <LevelBadge level={review.lawfulLevel} />,
  },
  {
    id: "state",
    title: say("partyCampaigns.class"),
    cell: (review) => <Reviewed state={review.state} level={review.appliedLevel} />,
  },
  {
    id: "act",
    title: say("partyCampaigns.act"),
    cell: (review) => (
      <ButtonLink size="small" href={`/party/review/${review.id}`}>
        {say("partyCampaigns.show")}
        <span className="unseen">{aboutName(review)}</span>
      </ButtonLink>
    ),
  },
];

/** Whose voice comes next. */
function Waiting({ review }: { review: Review }) {
  const waiting = review.voices.filter(
    (voice) => voice.state === "WAITING" && voice.kind !== "DECIDING_COMMITTEE",
  );
  if (review.state !== "OPEN") return "—";
  if (waiting.length === 0) return <Badge tone="good">{say("partyCampaigns.allSpoke")}</Badge>;
  const next = Math.min(...waiting.map(({ step }) => step));
  const names = waiting.filter(({ step }) => step === next).map(voiceName);
  return <span>{say("partyCampaigns.waits", { voices: names.join("; ") })}</span>;
}

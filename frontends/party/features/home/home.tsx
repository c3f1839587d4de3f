import { day, instant } from "@congtam/format";
import { PartyOverviewDocument, type PartyOverviewQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyHome } from "@congtam/i18n/catalogue/party-home";
import { aboutName, spanName, voiceName } from "@congtam/shared/party";
import { Loaded } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, Nothing, Page } from "@congtam/ui";
import type { ReactNode } from "react";

learn(partyHome);

type Found = PartyOverviewQuery;

/** What waits for me in the Party. */
export default function Home() {
  const answer = useAnswer(PartyOverviewDocument, {});
  return (
    <Page title={say("party.home")}>
      <Loaded answer={answer}>{(found) => <Waiting found={found} />}</Loaded>
    </Page>
  );
}

function Waiting({ found }: { found: Found }) {
  const voices = found.myPartyVoices.nodes.filter((voice) =>
    voice.allowedActions.includes("SpeakOnPartyReview"),
  );
  const topics = found.myPartyTopics.nodes.filter(
    (topic) => !topic.answered && topic.allowedActions.includes("AnswerPartyTopic"),
  );
  const campaigns = found.myPartyCampaigns.nodes.filter(({ state }) => state !== "PUBLISHED");
  const ballots = found.myPartyBallots.nodes;
  const meetings = found.myPartyMeetings.nodes;
  if (voices.length + topics.length + campaigns.length + ballots.length + meetings.length === 0) {
    return (
      <Card>
        <Nothing title={say("partyHome.none")}>
          <p className="quiet">{say("partyHome.noneWhy")}</p>
          <ButtonLink href="/party/reviews">{say("partyHome.toReviews")}</ButtonLink>
        </Nothing>
      </Card>
    );
  }
  return (
    <>
      <Ballots ballots={ballots} />
      <Topics topics={topics} />
      <Voices voices={voices} />
      <Meetings meetings={meetings} />
      <Campaigns campaigns={campaigns} />
    </>
  );
}

function Section({
  title,
  count,
  children,
}: {
  title: string;
  count: number;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <Card title={title} aside={<Badge tone="info">{count}</Badge>}>
      <div>{children}</div>
    </Card>
  );
}

function Line({ what, more, act }: { what: ReactNode; more: ReactNode; act: ReactNode }) {
  return (
    <div className="told">
      <div className="stack-tight">
        <strong>{what}</strong>
        <span className="quiet small">{more}</span>
      </div>
      {act}
    </div>
  );
}

function Ballots({ ballots }: { ballots: Found["myPartyBallots"]["nodes"] }) {
  return (
    <Section title={say("partyHome.ballots")} count={ballots.length}>
      {ballots.map((ballot) => (
        <Line
          key={ballot.id}
          what={`${say(`partyHome.ballot.${ballot.kind}`)}: ${aboutName(ballot)}`}
          more={`${ballot.body.name} · ${say(ballot.secret ? "partyHome.secret" : "partyHome.open")} · ${instant(ballot.openedAt)}`}
          act={
            <ButtonLink kind="main" size="small" href={`/party/ballots/${ballot.id}`}>
              {say("partyHome.vote")}
              <span className="unseen">{aboutName(ballot)}</span>
            </ButtonLink>
          }
        />
      ))}
    </Section>
  );
}

function Topics({ topics }: { topics: Found["myPartyTopics"]["nodes"] }) {
  return (
    <Section title={say("partyHome.topics")} count={topics.length}>
      {topics.map((topic) => (
        <Line
          key={topic.id}
          what={topic.text}
          more={`${say("partyHome.from", { body: topic.author.name })}${topic.review === null ? "" : ` · ${spanName(topic.review)}`}`}
          act={
            topic.review === null ? null : (
              <ButtonLink size="small" href={`/party/review/${topic.review.id}`}>
                {say("partyHome.answer")}
                <span className="unseen">{topic.number}</span>
              </ButtonLink>
            )
          }
        />
      ))}
    </Section>
  );
}

function Voices({ voices }: { voices: Found["myPartyVoices"]["nodes"] }) {
  return (
    <Section title={say("partyHome.voices")} count={voices.length}>
      {voices.map((voice) => {
        const about = voice.person?.fullName ?? voice.review?.body.name ?? "";
        const due = voice.review?.campaign?.finishBy;
        return (
          <Line
            key={voice.id}
            what={voice.kind === "SELF" && voice.person ? say("partyHome.ownReview") : about}
            more={[
              voice.review === null ? null : spanName(voice.review),
              voiceName(voice),
              due ? say("partyHome.finishBy", { day: day(due) }) : null,
            ]
              .filter(Boolean)
              .join(" · ")}
            act={
              <ButtonLink
                size="small"
                kind={voice.kind === "SELF" ? "main" : "plain"}
                href={`/party/voices/${voice.id}`}
              >
                {say(voice.kind === "SELF" ? "partyHome.write" : "partyHome.speak")}
                <span className="unseen">{about}</span>
              </ButtonLink>
            }
          />
        );
      })}
    </Section>
  );
}

function Meetings({ meetings }: { meetings: Found["myPartyMeetings"]["nodes"] }) {
  return (
    <Section title={say("partyHome.meetings")} count={meetings.length}>
      {meetings.map((meeting) => (
        <Line
          key={meeting.id}
          what={meeting.body.name}
          more={say("partyHome.meetsOn", { day: day(meeting.meetsOn) })}
          act={
            <ButtonLink size="small" href={`/party/bodies/${meeting.body.id}`}>
              {say("partyHome.show")}
              <span className="unseen">{meeting.body.name}</span>
            </ButtonLink>
          }
        />
      ))}
    </Section>
  );
}

function Campaigns({ campaigns }: { campaigns: Found["myPartyCampaigns"]["nodes"] }) {
  return (
    <Section title={say("partyHome.campaigns")} count={campaigns.length}>
      {campaigns.map((campaign) => (
        <Line
          key={campaign.id}
          what={`${campaign.body.name} – ${spanName(campaign)}`}
          more={[
            say(`party.campaign.${campaign.state}`),
            campaign.finishBy ? say("partyHome.finishBy", { day: day(campaign.finishBy) }) : null,
          ]
            .filter(Boolean)
            .join(" · ")}
          act={
            <ButtonLink size="small" href={`/party/campaigns/${campaign.id}`}>
              {say("partyHome.show")}
              <span className="unseen">{campaign.body.name}</span>
            </ButtonLink>
          }
        />
      ))}
    </Section>
  );
}

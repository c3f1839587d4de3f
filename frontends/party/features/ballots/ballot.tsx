import { byGivenName, day, instant } from "@congtam/format";
import { PartyBallotShownDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyBallots } from "@congtam/i18n/catalogue/party-ballots";
import { aboutName, spanName } from "@congtam/shared/party";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, Fact, Facts, Icon, Nothing, Notice, Page } from "@congtam/ui";
import { Acts } from "./acts";
import type { Ballot } from "./ballot-answer";
import { Outcome } from "./outcome";
import { Vote } from "./vote";

learn(partyBallots);

/** One ballot: to vote in, to follow, to count. */
export default function BallotScreen({ params }: { params: Params }) {
  const answer = useAnswer(PartyBallotShownDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ partyBallot: ballot }) =>
        ballot === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/party/ballots">{say("party.ballots")}</a>
          </Nothing>
        ) : (
          <Page
            title={say(`partyBallots.title.${ballot.kind}`, { who: aboutName(ballot) })}
            actions={<Acts ballot={ballot} />}
          >
            <Voting ballot={ballot} />
            <Standing ballot={ballot} />
            {ballot.state === "COUNTED" ? <Outcome ballot={ballot} /> : null}
            <Roll ballot={ballot} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Standing({ ballot }: { ballot: Ballot }) {
  return (
    <Card>
      {ballot.annulledAt === null ? null : (
        <Notice tone="warn">
          <p>
            {say("partyBallots.annulled", {
              who: ballot.annulledBy?.fullName ?? "",
              when: instant(ballot.annulledAt),
              why: ballot.annulledReason ?? "",
            })}
          </p>
        </Notice>
      )}
      <Facts>
        <Fact name={say("partyBallots.state")}>
          <Badge tone={ballot.state === "OPEN" ? "info" : "plain"}>
            {say(`party.ballot.${ballot.state}`)}
          </Badge>
        </Fact>
        <Fact name={say("partyBallots.body")}>{ballot.body.name}</Fact>
        <Fact name={say("partyBallots.way")}>
          {say(ballot.secret ? "partyBallots.secret" : "partyBallots.hands")}
          {ballot.way === "PAPER" ? `, ${say("partyBallots.onPaper")}` : null}
        </Fact>
        <Fact name={say("partyBallots.turnout")}>
          {ballot.way === "PAPER"
            ? say("partyBallots.summoned", { count: ballot.summoned })
            : say("partyBallots.turnoutOf", { count: ballot.turnout, of: ballot.summoned })}
        </Fact>
        <Fact name={say("partyBallots.quorum")}>
          {say(ballot.quorumMore ? "partyBallots.more" : "partyBallots.least", {
            share: ballot.quorum,
            base: say("partyBallots.base.SUMMONED"),
          })}
        </Fact>
        <Fact name={say("partyBallots.majority")}>
          {say(ballot.majorityMore ? "partyBallots.more" : "partyBallots.least", {
            share: ballot.majority,
            base: say(`partyBallots.base.${ballot.base}`),
          })}
        </Fact>
        <Fact name={say("partyBallots.rule")}>
          {ballot.rule === null
            ? say("partyBallots.usual")
            : `${ballot.rule.regulationNo}, ${day(ballot.rule.regulationDay)}`}
        </Fact>
        <Fact name={say("partyBallots.opened")}>
          {`${ballot.openedBy.fullName}, ${instant(ballot.openedAt)}`}
        </Fact>
      </Facts>
      {ballot.review === null ? null : (
        <div className="row">
          <ButtonLink size="small" href={`/party/review/${ballot.review.id}`}>
            {say("partyBallots.toReview", { span: spanName(ballot.review) })}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

function Voting({ ballot }: { ballot: Ballot }) {
  if (ballot.allowedActions.includes("CastPartyVote")) return <Vote ballot={ballot} />;
  if (!ballot.voted) return null;
  return (
    <Notice tone="good">
      <p>{say(ballot.secret ? "partyBallots.votedSecretly" : "partyBallots.votedOpenly")}</p>
    </Notice>
  );
}

/** Who is on the roll and who has voted, never how; whoever only votes sees himself alone. */
function Roll({ ballot }: { ballot: Ballot }) {
  const voters = [...ballot.voters].sort((left, right) =>
    byGivenName(left.person.fullName, right.person.fullName),
  );
  if (voters.length < 2) return null;
  return (
    <Card title={say("partyBallots.roll")}>
      <p className="quiet small">
        {say(ballot.secret ? "partyBallots.rollSecret" : "partyBallots.rollOpen")}
      </p>
      <ul className="plain columns">
        {voters.map((voter) => (
          <li key={voter.person.id} className="row">
            <span>{voter.person.fullName}</span>
            {voter.voted ? (
              <Badge tone="good">
                <Icon name="check" />
                {say("partyBallots.hasVoted")}
              </Badge>
            ) : null}
            {voter.mayVote ? null : <Badge>{say("partyBallots.concerned")}</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

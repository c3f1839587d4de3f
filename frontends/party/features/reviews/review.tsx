import { day, decimal, instant } from "@congtam/format";
import { PartyReviewShownDocument, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { partyReview } from "@congtam/i18n/catalogue/party-review";
import { partyReviews } from "@congtam/i18n/catalogue/party-reviews";
import { within } from "@congtam/session";
import { aboutName, Reviewed, spanName } from "@congtam/shared/party";
import { LevelBadge } from "@congtam/shared/sheet";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, Fact, Facts, Nothing, Notice, Page } from "@congtam/ui";
import { Acts } from "./acts";
import { Chain } from "./chain";
import type { Review, Shown } from "./review-answer";
import { Topics } from "./topics";

learn(partyReviews, partyReview);

/** One review: how it stands, its voices in order, its points, its votes, its paper. */
export default function ReviewScreen({ params }: { params: Params }) {
  const answer = useAnswer(PartyReviewShownDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ partyReview: review, partyBallotsOfReview }) =>
        review === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/party/reviews">{say("party.reviews")}</a>
          </Nothing>
        ) : (
          <Page
            title={say("partyReview.title", { who: aboutName(review), span: spanName(review) })}
            actions={<Papers review={review} />}
          >
            <Standing review={review} />
            <Chain review={review} />
            <Topics review={review} />
            <Ballots ballots={partyBallotsOfReview.nodes} />
            <Basis review={review} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Papers({ review }: { review: Review }) {
  const path = within(`/forms/party_review/${review.id}`);
  return (
    <>
      {(["docx", "pdf"] as const).map((kind) => (
        <a key={kind} className="button" data-kind="plain" href={`${path}.${kind}`} download>
          {say(`partyReview.paper.${review.category}`, { kind: kind.toUpperCase() })}
        </a>
      ))}
    </>
  );
}

function Standing({ review }: { review: Review }) {
  return (
    <Card>
      {review.replacedAt === null ? null : (
        <Notice tone="warn">
          <p>
            {say("partyReview.replaced", {
              when: instant(review.replacedAt),
              why: review.replacedReason ?? "",
            })}
          </p>
        </Notice>
      )}
      <Facts>
        <Fact name={say("partyReview.class")}>
          <Reviewed state={review.state} level={review.appliedLevel} />
        </Fact>
        {review.points === null ? null : (
          <Fact name={say("partyReview.points")}>{decimal(review.points, language())}</Fact>
        )}
        <Fact name={say("partyReviews.body")}>{review.body.name}</Fact>
        <Fact name={say("partyReviews.deciding")}>{review.decidingBody.name}</Fact>
        {review.decisionNo === null || review.decisionDay === null ? null : (
          <Fact name={say("party.decision")}>
            {say("partyReview.decided", { no: review.decisionNo, day: day(review.decisionDay) })}
          </Fact>
        )}
        <Fact name={say("partyReviews.notified")}>
          {review.notifiedAt === null ? say("partyReviews.notYet") : instant(review.notifiedAt)}
        </Fact>
        <Fact name={say("partyReviews.published")}>
          {review.publishedAt === null ? say("partyReviews.notYet") : instant(review.publishedAt)}
        </Fact>
      </Facts>
      {review.notRatedReason === null ? null : (
        <p>{say(`partyReview.left.${leftOut(review.notRatedReason)}`)}</p>
      )}
      {review.appliedReason === null ? null : (
        <p>{say("partyReview.reason", { text: review.appliedReason })}</p>
      )}
      {review.excusedReason === null ? null : (
        <p>
          {say(review.excused ? "partyReview.excused" : "partyReview.notExcused", {
            text: review.excusedReason,
          })}
        </p>
      )}
      <StateClass review={review} />
      <Acts review={review} />
    </Card>
  );
}

/** The state's own class of the year: another record, whose class may be another one. */
function StateClass({ review }: { review: Review }) {
  if (review.stateLevel === null) return null;
  return (
    <div className="stack-tight">
      <p className="row">
        {review.stateTotal === null
          ? say("partyReview.stateOnly")
          : say("partyReview.state", { total: decimal(review.stateTotal, language()) })}
        <LevelBadge level={review.stateLevel} />
        {review.stateReplacedAt === null ? null : (
          <Badge tone="warn">{say("partyReview.stateReplaced")}</Badge>
        )}
      </p>
      <p className="quiet small">{say("partyReview.stateWhy")}</p>
    </div>
  );
}

function Ballots({ ballots }: { ballots: Shown["partyBallotsOfReview"]["nodes"] }) {
  if (ballots.length === 0) return null;
  return (
    <Card title={say("partyReview.ballots")}>
      <div>
        {ballots.map((ballot) => (
          <div key={ballot.id} className="told">
            <div className="stack-tight">
              <strong>
                {say("partyReview.ballot", {
                  kind: say(`party.kind.${ballot.kind}`),
                  body: ballot.body.name,
                })}
              </strong>
              <span className="quiet small">{instant(ballot.openedAt)}</span>
            </div>
            <div className="row">
              <Badge tone={ballot.state === "OPEN" ? "info" : "plain"}>
                {say(`party.ballot.${ballot.state}`)}
              </Badge>
              {ballot.chosen === null ? null : <span>{say(`party.choice.${ballot.chosen}`)}</span>}
              <ButtonLink size="small" href={`/party/ballots/${ballot.id}`}>
                {say("partyReviews.show")}
                <span className="unseen">{ballot.body.name}</span>
              </ButtonLink>
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}

/** What the regulation makes of it, exactly as the API tells it. */
function Basis({ review }: { review: Review }) {
  if (review.steps.length === 0) return null;
  // The steps are one finished list: their place is what they are known by.
  const steps = review.steps.map((step, place) => ({ ...step, place }));
  return (
    <Card
      title={say("partyReview.basis")}
      aside={review.lawfulLevel === null ? null : <LevelBadge level={review.lawfulLevel} />}
    >
      {review.lawfulLevel === null ? (
        <Notice tone="warn">
          <p>{say("partyReview.gap")}</p>
        </Notice>
      ) : null}
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.place}>
            <div className="row spread">
              <span className="step-text">{step.text}</span>
              {/^\d/.test(step.value) ? (
                <strong className="number">{decimal(step.value, language())}</strong>
              ) : null}
            </div>
            <div className="quiet small">{step.cite}</div>
          </li>
        ))}
      </ol>
      <div className="stack-tight">
        <h3>{say("explained.cites")}</h3>
        <ul>
          {review.cites.map((cite) => (
            <li key={cite}>{cite}</li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

const LEFT_OUT = ["EXEMPT", "SUSPENDED", "NEWLY_ADMITTED"] as const;

function leftOut(code: string): (typeof LEFT_OUT)[number] | "OTHER" {
  return LEFT_OUT.find((each) => each === code) ?? "OTHER";
}

import { instant } from "@congtam/format";
import { MyPartyReviewsDocument, type MyPartyReviewsQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyReviews } from "@congtam/i18n/catalogue/party-reviews";
import { Reviewed, spanName } from "@congtam/shared/party";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { ButtonLink, Card, Fact, Facts, Nothing, Page, Pager } from "@congtam/ui";

learn(partyReviews);

type Review = MyPartyReviewsQuery["myPartyReviews"]["nodes"][number];

/** My own reviews, the latest first. */
export default function Reviews() {
  const { after, turns } = useCursor("mine");
  const answer = useAnswer(MyPartyReviewsDocument, { after });
  return (
    <Page title={say("party.reviews")}>
      <Loaded answer={answer}>
        {({ myPartyReviews: found }) => (
          <>
            {found.nodes.length === 0 ? (
              <Card>
                <Nothing title={say("partyReviews.none")}>
                  <p className="quiet">{say("partyReviews.noneWhy")}</p>
                </Nothing>
              </Card>
            ) : (
              found.nodes.map((review) => <Shown key={review.id} review={review} />)
            )}
            <Pager {...turns(found.pageInfo)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Shown({ review }: { review: Review }) {
  const mine = review.voices.find((voice) => voice.kind === "SELF" && voice.state === "WAITING");
  const isOld = review.replacedAt !== null;
  return (
    <Card
      title={isOld ? say("partyReviews.old", { span: spanName(review) }) : spanName(review)}
      aside={<Reviewed state={review.state} level={review.appliedLevel} />}
    >
      <Facts>
        <Fact name={say("partyReviews.body")}>{review.body.name}</Fact>
        <Fact name={say("partyReviews.deciding")}>{review.decidingBody.name}</Fact>
        <Fact name={say("partyReviews.notified")}>
          {review.notifiedAt === null ? say("partyReviews.notYet") : instant(review.notifiedAt)}
        </Fact>
        <Fact name={say("partyReviews.published")}>
          {review.publishedAt === null ? say("partyReviews.notYet") : instant(review.publishedAt)}
        </Fact>
      </Facts>
      <div className="row">
        {mine?.allowedActions.includes("SpeakOnPartyReview") ? (
          <ButtonLink kind="main" href={`/party/voices/${mine.id}`}>
            {say("partyReviews.write")}
          </ButtonLink>
        ) : null}
        <ButtonLink href={`/party/review/${review.id}`}>
          {say("partyReviews.show")}
          <span className="unseen">{spanName(review)}</span>
        </ButtonLink>
      </div>
    </Card>
  );
}

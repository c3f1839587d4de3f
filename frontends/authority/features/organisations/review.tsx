import { day, decimal, instant, shiftPoint } from "@congtam/format";
import { OrganisationYearDocument, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { yearOrganisations } from "@congtam/i18n/catalogue/year-organisations";
import { yearReviews } from "@congtam/i18n/catalogue/year-reviews";
import { Cites, LevelBadge, Steps } from "@congtam/shared/sheet";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Card, type Column, DataTable, Fact, Facts, Nothing, Notice, Page } from "@congtam/ui";
import { COUNTS, type Review } from "./judgement";
import { ReviewActs } from "./review-acts";
import { ReviewFlags } from "./review-flags";
import { Verifications } from "./verifications";
import { LevelFact, letter, ReviewState } from "./words";

learn(yearOrganisations, yearReviews);

/** One organisation's year: its own assessment, the marks of the authority, how the level came. */
export default function OrganisationYear({ params }: { params: Params }) {
  const answer = useAnswer(OrganisationYearDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ organisationReview: review }) =>
        review === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/authority/organisations">{say("authority.organisations")}</a>
          </Nothing>
        ) : (
          <Shown review={review} />
        )
      }
    </Loaded>
  );
}

function Shown({ review }: { review: Review }) {
  return (
    <Page title={say("review.title", { who: review.organisation.name, year: review.year })}>
      <Card>
        <Facts isWide>
          <Fact name={say("organisations.state")}>
            <ReviewState state={review.state} />
          </Fact>
          <Fact name={say("review.by")}>{review.recognisingUnit.name}</Fact>
          <Fact name={say("organisations.total")}>
            {review.total === null ? "—" : decimal(review.total, language())}
          </Fact>
          <LevelFact name={say("organisations.self")} level={review.selfLevel} />
          <LevelFact name={say("organisations.computed")} level={review.computedLevel} />
          <LevelFact name={say("organisations.level")} level={review.level} />
        </Facts>
        <Told review={review} />
        <ReviewActs review={review} />
      </Card>
      <ReviewFlags flags={review.flags} />
      <Verifications review={review} />
      <Marks review={review} />
      <Tasks review={review} />
      {review.steps.length === 0 ? null : (
        <Card title={say("organisations.howLevel")}>
          <Steps steps={review.steps} />
          <Cites cites={review.cites} />
        </Card>
      )}
      <Rounds review={review} />
    </Page>
  );
}

/** What a reader has to know before anything else. */
function Told({ review }: { review: Review }) {
  const { replaces } = review;
  return (
    <>
      {review.state === "MARKED" && review.computedLevel === null && review.chosenLevel === null ? (
        <Notice tone="warn">
          <p>
            {say("review.gap")}
            {review.recommendedLevel === null
              ? null
              : ` ${say("review.recommended", { level: say(`level.${review.recommendedLevel}`) })}`}
          </p>
        </Notice>
      ) : null}
      {review.chosenLevel !== null && review.chosenReason !== null ? (
        <p>
          {say("review.chosen", {
            level: say(`level.${review.chosenLevel}`),
            reason: review.chosenReason,
          })}
        </p>
      ) : null}
      {review.decisionNo === null ? null : (
        <p>
          {say("review.decided", {
            number: review.decisionNo,
            day: day(review.decisionDay ?? ""),
            who: review.recognisedBy?.fullName ?? "",
          })}
        </p>
      )}
      {review.finding === null ? null : (
        <Notice tone="bad">
          <p>{say("review.finding", { ...review.finding, day: day(review.finding.day) })}</p>
        </Notice>
      )}
      {review.endReason ? <p>{say("review.ended", { reason: review.endReason })}</p> : null}
      {replaces === null ? null : <Replaced edition={replaces} />}
    </>
  );
}

function Replaced({ edition }: { edition: NonNullable<Review["replaces"]> }) {
  return (
    <Notice tone="warn">
      <p>
        <a href={`/authority/organisations/${edition.id}`}>
          {say("review.replaces", { edition: edition.edition })}
        </a>
      </p>
      {edition.level === null ? null : <LevelBadge level={edition.level} />}
      {edition.endReason ? <p>{say("review.ended", { reason: edition.endReason })}</p> : null}
    </Notice>
  );
}

type Criterion = Review["scheme"]["criteria"][number];

function Marks({ review }: { review: Review }) {
  const given = new Map(review.marks?.map((mark) => [mark.criterion, mark]));
  const cell = (points: string | null | undefined, reason: string | null | undefined) => (
    <div className="stack-tight">
      <span>{points ? decimal(points, language()) : "—"}</span>
      {reason ? <span className="quiet small">{reason}</span> : null}
    </div>
  );
  const columns: Column<Criterion>[] = [
    {
      id: "name",
      title: say("judging.criterion"),
      isHeader: true,
      cell: ({ code, name, most }) => (
        <div className="stack-tight">
          <span>{name}</span>
          <span className="quiet small">
            {say("judging.most", {
              code: letter(code),
              most: decimal(shiftPoint(most, 0), language()),
            })}
          </span>
        </div>
      ),
    },
    {
      id: "own",
      title: say("judging.own"),
      isNumber: true,
      cell: ({ code }) => cell(given.get(code)?.selfPoints, given.get(code)?.selfReason),
    },
    {
      id: "points",
      title: say("review.marks"),
      isNumber: true,
      cell: ({ code }) => cell(given.get(code)?.points, given.get(code)?.reason),
    },
  ];
  return (
    <Card title={review.scheme.title}>
      {review.general === null || review.results === null ? null : (
        <Facts>
          <Fact name={say("review.general")}>{decimal(review.general, language())}</Fact>
          <Fact name={say("review.results")}>{decimal(review.results, language())}</Fact>
        </Facts>
      )}
      <DataTable
        label={review.scheme.title}
        columns={columns}
        rows={review.scheme.criteria}
        nothing={say("judging.noCriteria")}
        pageSize={60}
      />
      {review.selfComment ? <p>{say("review.selfComment", { text: review.selfComment })}</p> : null}
      {review.comment ? <p>{say("review.comment", { text: review.comment })}</p> : null}
    </Card>
  );
}

type Row = { id: (typeof COUNTS)[number] };

/** The tasks of the year as stated, as confirmed, and as counted from work for comparison. */
function Tasks({ review }: { review: Review }) {
  const { selfStatement: own, statement, suggestion } = review;
  if (own === null && statement === null && suggestion === null) return null;
  const columns: Column<Row>[] = [
    {
      id: "what",
      title: say("judging.tasks"),
      isHeader: true,
      cell: ({ id }) => say(`tasks.${id}`),
    },
    { id: "own", title: say("review.stated"), isNumber: true, cell: ({ id }) => own?.[id] ?? "—" },
    {
      id: "confirmed",
      title: say("review.confirmed"),
      isNumber: true,
      cell: ({ id }) => statement?.[id] ?? "—",
    },
    {
      id: "counted",
      title: say("review.counted"),
      isNumber: true,
      cell: ({ id }) => (id === "exceeded" ? "—" : (suggestion?.[id] ?? "—")),
    },
  ];
  return (
    <Card title={say("judging.tasks")}>
      <DataTable
        label={say("judging.tasks")}
        columns={columns}
        rows={COUNTS.map((id) => ({ id }))}
        nothing={say("judging.noCriteria")}
      />
      {suggestion === null ? null : <p className="quiet small">{suggestion.source}</p>}
    </Card>
  );
}

function Rounds({ review }: { review: Review }) {
  if (review.assessments.length === 0) return null;
  return (
    <Card title={say("review.rounds")}>
      <div>
        {review.assessments.map((each) => (
          <div key={each.id} className="told">
            <div className="stack-tight">
              <strong>{say("review.round", { round: each.round })}</strong>
              {each.returnedAt === null ? null : (
                <span>
                  {say("review.returned", {
                    when: instant(each.returnedAt),
                    reason: each.returnedReason ?? "",
                  })}
                </span>
              )}
            </div>
            <div className="stack-tight">
              <LevelBadge level={each.level} />
              <span className="quiet small">
                {say("review.submitted", {
                  who: each.submittedBy.fullName,
                  when: instant(each.submittedAt),
                })}
              </span>
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}

import { day, decimal, inOrder, shiftPoint } from "@congtam/format";
import {
  OpenRecognitionDocument,
  OrganisationsDocument,
  type ReviewLineFragment,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { yearOrganisations } from "@congtam/i18n/catalogue/year-organisations";
import { type Agency, useAgency } from "@congtam/shared/agency";
import { Refused, useYear, YearChoice } from "@congtam/shared/deeds";
import { Cites, LevelBadge, Steps } from "@congtam/shared/sheet";
import { Loaded, useTold } from "@congtam/shared/shell";
import { Button, Card, type Column, DataTable, Fact, Facts, Nothing, Page } from "@congtam/ui";
import type { Round } from "./organisations-answer";
import { RoundActs } from "./round-acts";
import { ReviewState, RoundState } from "./words";

learn(yearOrganisations);

/** A year of organisations: assessed by themselves, marked and recognised by the head above. */
export default function Organisations() {
  const { agency } = useAgency();
  const [year, choose] = useYear();
  return (
    <Page
      title={say("organisations.title", { year })}
      actions={<YearChoice year={year} choose={choose} />}
    >
      {agency === null ? null : <Shown agency={agency} year={year} />}
    </Page>
  );
}

function Shown({ agency, year }: { agency: Agency; year: number }) {
  const answer = useAnswer(OrganisationsDocument, { agency: agency.id, year });
  return (
    <Loaded answer={answer}>
      {(found) => {
        const rounds = found.recognitionRoundsOfAgency.nodes;
        const decided = new Set(rounds.map(({ unit }) => unit.id));
        const own = found.reviewsOfAgency.nodes.filter(
          ({ recognisingUnit }) => !decided.has(recognisingUnit.id),
        );
        return (
          <>
            {rounds.map((round) => (
              <RoundCard key={round.id} round={round} />
            ))}
            {own.length === 0 ? null : (
              <Card title={say("organisations.own", { agency: agency.name })}>
                <p className="quiet">{say("organisations.ownWhy")}</p>
                <Reviews reviews={own} label={say("organisations.own", { agency: agency.name })} />
              </Card>
            )}
            {rounds.length === 0 && own.length === 0 ? (
              <Card>
                <Nothing title={say("organisations.none", { year })}>
                  <p className="quiet">{say("organisations.noneWhy")}</p>
                </Nothing>
              </Card>
            ) : null}
            {found.decidingUnits.nodes
              .filter((unit) => unit.mayOpenRecognition && !decided.has(unit.id))
              .map((unit) => (
                <Open key={unit.id} unit={unit} year={year} />
              ))}
          </>
        );
      }}
    </Loaded>
  );
}

function Open({ unit, year }: { unit: { id: string; name: string }; year: number }) {
  const title = say("organisations.open", { unit: unit.name });
  const { act, pending, refusal } = useTold(
    useDeed(OpenRecognitionDocument, title),
    say("organisations.opened"),
  );
  return (
    <div className="stack">
      <Refused refusal={refusal} />
      <div className="row">
        <Button isPending={pending} onPress={() => act({ unit: unit.id, year })}>
          {title}
        </Button>
      </div>
    </div>
  );
}

function RoundCard({ round }: { round: Round }) {
  return (
    <Card
      title={say("organisations.by", { unit: round.unit.name })}
      aside={<RoundState state={round.state} />}
    >
      {round.decisionNo === null ? null : (
        <Facts>
          <Fact name={say("organisations.decision")}>
            {say("organisations.paper", {
              number: round.decisionNo,
              day: day(round.decisionDay ?? ""),
            })}
          </Fact>
          <Fact name={say("organisations.decidedBy")}>{round.decidedBy?.fullName}</Fact>
          <Fact name={say("organisations.candidates")}>{round.candidates}</Fact>
          <Fact name={say("organisations.places")}>{round.places}</Fact>
          {round.share === null ? null : (
            <Fact name={say("organisations.share")}>
              {say("organisations.percent", {
                share: decimal(shiftPoint(round.share, 2), language()),
              })}
            </Fact>
          )}
        </Facts>
      )}
      {round.reason ? <p>{say("organisations.reason", { reason: round.reason })}</p> : null}
      <Reviews reviews={round.reviews} label={say("organisations.by", { unit: round.unit.name })} />
      {round.steps.length === 0 ? null : (
        <details>
          <summary>{say("organisations.how")}</summary>
          <div className="stack">
            <Steps steps={round.steps} />
            <Cites cites={round.cites} />
          </div>
        </details>
      )}
      <RoundActs round={round} />
    </Card>
  );
}

function Reviews({ reviews, label }: { reviews: ReviewLineFragment[]; label: string }) {
  return (
    <DataTable
      label={label}
      columns={COLUMNS()}
      rows={reviews}
      nothing={say("organisations.nothing")}
      searched={(row) => row.organisation.name}
      pageSize={50}
    />
  );
}

const COLUMNS = (): Column<ReviewLineFragment>[] => [
  {
    id: "organisation",
    title: say("organisations.organisation"),
    isHeader: true,
    order: (left, right) => inOrder(left.organisation.name, right.organisation.name),
    cell: (row) => (
      <div className="stack-tight">
        <a href={`/authority/organisations/${row.id}`}>{row.organisation.name}</a>
        {row.edition === 1 ? null : (
          <span className="quiet small">
            {say("organisations.edition", { edition: row.edition })}
          </span>
        )}
      </div>
    ),
  },
  {
    id: "state",
    title: say("organisations.state"),
    cell: (row) => <ReviewState state={row.state} />,
  },
  {
    id: "self",
    title: say("organisations.self"),
    cell: (row) => (row.selfLevel === null ? "—" : <LevelBadge level={row.selfLevel} />),
  },
  {
    id: "total",
    title: say("organisations.total"),
    isNumber: true,
    order: (left, right) => Number(left.total ?? -1) - Number(right.total ?? -1),
    cell: (row) => (row.total === null ? "—" : decimal(row.total, language())),
  },
  {
    id: "computed",
    title: say("organisations.computed"),
    cell: (row) => <Computed row={row} />,
  },
  {
    id: "level",
    title: say("organisations.level"),
    cell: (row) => (
      <div className="stack-tight">
        {row.level === null ? "—" : <LevelBadge level={row.level} />}
        {row.withoutPlace ? (
          <span className="quiet small">{say("organisations.withoutPlace")}</span>
        ) : null}
      </div>
    ),
  },
];

/** What the decree gives; where it is silent, what a person chose, or that he has to. */
function Computed({ row }: { row: ReviewLineFragment }) {
  if (row.computedLevel !== null) return <LevelBadge level={row.computedLevel} />;
  if (row.chosenLevel !== null) {
    return (
      <div className="stack-tight">
        <LevelBadge level={row.chosenLevel} />
        <span className="quiet small">{say("organisations.chosen")}</span>
      </div>
    );
  }
  return row.state === "MARKED" ? <span>{say("organisations.toChoose")}</span> : "—";
}

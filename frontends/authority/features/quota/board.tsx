import { byGivenName, day, decimal, instant, shiftPoint } from "@congtam/format";
import { ClassBoardDocument, type ClassBoardQuery, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { yearBoard } from "@congtam/i18n/catalogue/year-board";
import { Downloads } from "@congtam/shared/deeds";
import { Loaded, type Params, useDrafts } from "@congtam/shared/shell";
import { ButtonLink, Card, Fact, Facts, Nothing, Notice, Page } from "@congtam/ui";
import { Acts } from "./acts";
import { type Choices, nothing, partsOf, type Round } from "./choosing";
import { Deciding } from "./deciding";
import { QuotaGroup } from "./group";
import { RoundState } from "./words";

learn(yearBoard);

/** One set of a year: how many places each group has, who stands above the line, what is decided. */
export default function Board({ params }: { params: Params }) {
  const answer = useAnswer(ClassBoardDocument, { round: params.round ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {(found) =>
        found.classificationRound === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/authority/classes">{say("authority.classes")}</a>
          </Nothing>
        ) : (
          <Shown round={found.classificationRound} open={found.openCases} />
        )
      }
    </Loaded>
  );
}

function Shown({ round, open }: { round: Round; open: ClassBoardQuery["openCases"] }) {
  const [kept, keep, forget] = useDrafts<Choices>(`quota.${round.id}`);
  const choices = kept ?? {};
  const mayChoose = round.allowedActions.includes("DecideClassification");
  const groups = partsOf(round.groups);
  return (
    <Page
      title={say("board.title", { year: round.year, unit: round.unit.name })}
      actions={
        <>
          <ButtonLink href={`/authority/classes/${round.id}/cases`}>
            {say("board.cases", { count: round.cases.totalCount })}
          </ButtonLink>
          {mayChoose ? <Deciding round={round} choices={choices} done={forget} /> : null}
        </>
      }
    >
      <Standing round={round} />
      {round.state === "OPEN" ? <Missing open={open} round={round.id} /> : null}
      {groups.length === 0 ? (
        <Card title={say("board.groups")}>
          <Nothing title={say("board.notCounted")}>
            <p className="quiet">{say("board.notCountedWhy")}</p>
          </Nothing>
        </Card>
      ) : null}
      {groups.map((group) => (
        <QuotaGroup
          key={group.id}
          group={group}
          isOpen={round.state === "CLOSED"}
          chosen={choices[group.id] ?? nothing}
          choose={
            mayChoose && group.outcome === "CHOICE"
              ? (chosen) => keep({ ...choices, [group.id]: chosen })
              : null
          }
        />
      ))}
      <Whole round={round} />
    </Page>
  );
}

function Standing({ round }: { round: Round }) {
  return (
    <Card>
      <Facts>
        <Fact name={say("rounds.state")}>
          <RoundState state={round.state} />
        </Fact>
        <Fact name={say("board.people")}>{round.cases.totalCount}</Fact>
        {round.closedAt === null ? null : (
          <Fact name={say("board.closedAt")}>{instant(round.closedAt)}</Fact>
        )}
        {round.decisionNo === null ? null : (
          <Fact name={say("rounds.decision")}>
            {say("rounds.paper", { number: round.decisionNo, day: day(round.decisionDay ?? "") })}
          </Fact>
        )}
        {round.decidedBy === null ? null : (
          <Fact name={say("board.decidedBy")}>
            {round.onBehalfOf === null
              ? round.decidedBy.fullName
              : say("board.onBehalf", {
                  who: round.decidedBy.fullName,
                  head: round.onBehalfOf.fullName,
                })}
          </Fact>
        )}
        {round.notifiedAt === null ? null : (
          <Fact name={say("board.notifiedAt")}>{instant(round.notifiedAt)}</Fact>
        )}
        {round.publishedAt === null ? null : (
          <Fact name={say("board.publishedAt")}>{instant(round.publishedAt)}</Fact>
        )}
        {round.decidedAt === null ? null : (
          <Fact name={say("board.list")}>
            <Downloads
              form="publication"
              id={round.id}
              what={say("board.list")}
              who={round.unit.name}
            />
          </Fact>
        )}
      </Facts>
      {round.shares.map((share) => (
        <Notice key={share.id}>
          <p>
            {say("board.share", {
              share: decimal(shiftPoint(share.share, 2), language()),
              number: share.number,
              day: day(share.day),
              who: share.decidedBy.fullName,
            })}
          </p>
          <p className="quiet">{share.reason}</p>
        </Notice>
      ))}
      <Acts round={round} />
    </Card>
  );
}

/** Who keeps the set from being closed, as far as each case tells; closing names the rest. */
function Missing({ open, round }: { open: ClassBoardQuery["openCases"]; round: string }) {
  if (open.totalCount === 0) {
    return (
      <Notice tone="good">
        <p>{say("board.complete")}</p>
      </Notice>
    );
  }
  const people = [...open.nodes].sort((left, right) =>
    byGivenName(left.person.fullName, right.person.fullName),
  );
  return (
    <Card title={say("board.missing", { count: open.totalCount })}>
      <div>
        {people.map((each) => (
          <div key={each.id} className="told">
            <div className="stack-tight">
              <a href={`/authority/classes/case/${each.id}`}>{each.person.fullName}</a>
              <span className="quiet small">{each.unit?.name}</span>
            </div>
            <span>{each.waitsFor.map(({ text }) => text).join("; ")}</span>
          </div>
        ))}
      </div>
      {open.nodes.length < open.totalCount ? (
        <a href={`/authority/classes/${round}/cases`}>{say("board.allMissing")}</a>
      ) : null}
    </Card>
  );
}

/** The places of the whole set: what its groups have together is never more. */
function Whole({ round }: { round: Round }) {
  const whole = round.groups.filter(({ dutyGroup }) => dutyGroup === "");
  if (whole.length === 0) return null;
  return (
    <Card title={say("board.whole")}>
      {whole.map((group) => (
        <Facts key={group.id}>
          <Fact name={say("board.of")}>{group.name}</Fact>
          <Fact name={say("board.rated")}>{group.rated}</Fact>
          <Fact name={say("board.aboveLine")}>{group.aboveLine}</Fact>
          <Fact name={say("board.places")}>{group.places}</Fact>
          {group.chosen === null ? null : <Fact name={say("board.chosen")}>{group.chosen}</Fact>}
        </Facts>
      ))}
    </Card>
  );
}

import { day, decimal, instant } from "@congtam/format";
import { ClassCaseDocument, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { yearBoard } from "@congtam/i18n/catalogue/year-board";
import { yearCases } from "@congtam/i18n/catalogue/year-cases";
import { yearDeeds } from "@congtam/i18n/catalogue/year-deeds";
import { Downloads } from "@congtam/shared/deeds";
import { Cites, LevelBadge, Steps } from "@congtam/shared/sheet";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Badge, Card, Fact, Facts, Nothing, Notice, Page } from "@congtam/ui";
import { CaseActs } from "./case-acts";
import type { Case } from "./case-answer";
import { Grounds, Papers, YearResult } from "./case-parts";
import { Flags } from "./flags";
import { CaseState } from "./words";

learn(yearBoard, yearCases, yearDeeds);

type Edition = Case | NonNullable<Case["replaces"]>;

/** One person's year: what was said at each step, how the level came about, what was decided. */
export default function ClassCase({ params }: { params: Params }) {
  const answer = useAnswer(ClassCaseDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ classification: found }) =>
        found === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/authority/classes">{say("authority.classes")}</a>
          </Nothing>
        ) : (
          <Shown found={found} />
        )
      }
    </Loaded>
  );
}

function Shown({ found }: { found: Case }) {
  return (
    <Page
      title={say("case.title", { year: found.year, who: found.person.fullName })}
      actions={
        <>
          <span className="quiet">{say("case.form")}</span>
          <Downloads
            form="classification"
            id={found.id}
            what={say("case.form")}
            who={found.person.fullName}
          />
        </>
      }
    >
      <Card>
        <Facts>
          <Fact name={say("rounds.state")}>
            <CaseState state={found.state} />
          </Fact>
          <Fact name={say("case.office")}>
            {say(`classOffice.${found.office as "head"}`)} · {found.unit.name}
          </Fact>
          <Fact name={say("case.group")}>{found.dutyGroupName}</Fact>
          <Fact name={say("case.classifying")}>{found.classifyingUnit.name}</Fact>
        </Facts>
        {found.waitsFor.length === 0 ? null : (
          <Notice tone="warn">
            <p>{say("cases.waits", { what: found.waitsFor.map(({ text }) => text).join("; ") })}</p>
          </Notice>
        )}
        <CaseActs found={found} />
      </Card>
      <Levels edition={found} />
      {found.flags.length === 0 ? null : <Flags flags={found.flags} />}
      {found.replaces === null ? null : (
        <>
          <Levels edition={found.replaces} isReplaced />
          <Flags flags={found.replaces.flags} />
        </>
      )}
      <YearResult result={found.result} />
      <Grounds grounds={found.register} />
      <Papers found={found} />
    </Page>
  );
}

/** What one edition says: by points, after the law, after the quota, with every step between. */
function Levels({ edition, isReplaced = false }: { edition: Edition; isReplaced?: boolean }) {
  return (
    <Card
      title={say(isReplaced ? "case.replacedEdition" : "case.levels", { edition: edition.edition })}
      aside={isReplaced ? <Badge tone="warn">{say("case.replaced")}</Badge> : null}
    >
      <Facts isWide>
        <Fact name={say("board.score")}>
          {edition.total === null ? "—" : decimal(edition.total, language())}
        </Fact>
        <Level name={say("cases.self")} level={edition.selfLevel} />
        <Level name={say("case.proposed")} level={edition.proposedLevel} />
        <Level name={say("cases.computed")} level={edition.computedLevel} />
        <Level name={say("case.lawful")} level={edition.lawfulLevel} />
        <Level name={say("cases.applied")} level={edition.appliedLevel} />
      </Facts>
      <Decision edition={edition} />
      {edition.quotaReason ? (
        <p>{say("case.quotaReason", { reason: edition.quotaReason })}</p>
      ) : null}
      {isReplaced && edition.replacedReason && edition.replacedAt ? (
        <Notice tone="warn">
          <p>
            {say("case.replacedWhy", {
              when: instant(edition.replacedAt),
              reason: edition.replacedReason,
            })}
          </p>
        </Notice>
      ) : null}
      {edition.steps.length === 0 ? null : (
        <details open={!isReplaced}>
          <summary>{say("case.how")}</summary>
          <div className="stack">
            <Steps steps={edition.steps} />
            <Cites cites={edition.cites} />
          </div>
        </details>
      )}
    </Card>
  );
}

function Level({ name, level }: { name: string; level: Edition["selfLevel"] }) {
  return <Fact name={name}>{level === null ? "—" : <LevelBadge level={level} />}</Fact>;
}

/** By whom and by which decision, and when the person was told. */
function Decision({ edition }: { edition: Edition }) {
  if (edition.decidedAt === null || edition.decisionNo === null) return null;
  return (
    <p>
      {say("case.decided", {
        number: edition.decisionNo,
        day: day(edition.decisionDay ?? ""),
        who: edition.decidedBy?.fullName ?? "",
        when: instant(edition.decidedAt),
      })}
      {edition.onBehalfOf
        ? ` ${say("case.onBehalf", { head: edition.onBehalfOf.fullName })}`
        : null}
      {edition.notifiedAt
        ? ` ${say("case.notified", { when: instant(edition.notifiedAt) })}`
        : null}
    </p>
  );
}

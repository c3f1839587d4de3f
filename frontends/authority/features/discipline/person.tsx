import { day, instant } from "@congtam/format";
import { DisciplineOfDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { discipline } from "@congtam/i18n/catalogue/discipline";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, Fact, Facts, Nothing, Notice, Page } from "@congtam/ui";
import { annulment, rulingForm } from "./decision-forms";
import type { OfPerson } from "./person-answer";
import { ProcedureCard } from "./procedure";
import { opening } from "./procedure-forms";

learn(discipline);

type Decision = OfPerson["disciplineOfPerson"]["nodes"][number];

/** What is, and was, under way about one person, and what was decided. */
export default function DisciplineOf({ params }: { params: Params }) {
  const answer = useAnswer(DisciplineOfDocument, { person: params.person ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {(found) =>
        found.person ? (
          <Shown found={found} />
        ) : (
          <Nothing isPage title={say("discipline.nobody")}>
            <a href="/authority/discipline">{say("discipline.title")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

function Shown({ found }: { found: OfPerson }) {
  const { person, personnelStanding: standing } = found;
  const may = (name: string) => standing?.allowedActions.includes(name) ?? false;
  const procedures = found.proceduresOfPerson.nodes;
  const decisions = found.disciplineOfPerson.nodes;
  return (
    <Page
      title={say("discipline.ofPerson", { name: person?.fullName ?? "" })}
      actions={
        <>
          <ButtonLink href={`/authority/file/${person?.id}`}>{say("discipline.file")}</ButtonLink>
          <DeedButtons
            forms={[
              may("RecordProcedure") && opening(person?.id ?? ""),
              may("RecordDiscipline") && rulingForm(found),
            ]}
          />
        </>
      }
    >
      {standing === null ? <Notice>{say("discipline.notYours")}</Notice> : null}
      {procedures.length + decisions.length === 0 ? (
        <Card>
          <Nothing title={say("discipline.nothing")} />
        </Card>
      ) : null}
      {procedures.map((each) => (
        <ProcedureCard key={each.id} procedure={each} />
      ))}
      {decisions.map((each) => (
        <DecisionCard key={each.id} decision={each} />
      ))}
    </Page>
  );
}

function DecisionCard({ decision }: { decision: Decision }) {
  return (
    <Card
      title={`${say(`ruling.form.${decision.form}`)} (${say(`ruling.source.${decision.source}`)})`}
      aside={<Standing decision={decision} />}
    >
      <p>{decision.about}</p>
      <Facts>
        <Fact name={say("discipline.decision")}>
          <PaperShown
            number={decision.decisionNo}
            on={decision.decisionDay}
            sha256={decision.decisionSha256}
            url={decision.decisionUrl}
          />
        </Fact>
        <Fact name={say("ruling.actOn")}>{day(decision.actOn)}</Fact>
        {decision.since ? <Fact name={say("discipline.since")}>{day(decision.since)}</Fact> : null}
        {decision.until ? <Fact name={say("discipline.until")}>{day(decision.until)}</Fact> : null}
        {decision.followUpBy ? (
          <Fact name={say("discipline.followUpBy")}>{day(decision.followUpBy)}</Fact>
        ) : null}
        <Fact name={say("discipline.limitOn")}>
          {decision.limitOn ? day(decision.limitOn) : say("discipline.noLimit")}
        </Fact>
        <Fact name={say("ruling.relation")}>{say(`ruling.relation.${decision.relation}`)}</Fact>
      </Facts>
      {decision.endedBy ? (
        <p>{say("discipline.endedBy", { number: decision.endedBy.decisionNo })}</p>
      ) : null}
      {decision.annulledAt && decision.annulledBecause ? (
        <Notice tone="warn">
          {say("discipline.wasAnnulled", {
            when: instant(decision.annulledAt),
            cause: say(`annulment.${decision.annulledBecause}`),
            reason: decision.annulledReason ?? "",
          })}
        </Notice>
      ) : null}
      <span className="quiet small">{decision.cites.join("; ")}</span>
      <DeedButtons
        size="small"
        forms={[decision.allowedActions.includes("CorrectDiscipline") && annulment(decision)]}
      />
    </Card>
  );
}

function Standing({ decision }: { decision: Decision }) {
  if (decision.annulledAt) return <Badge tone="warn">{say("discipline.isAnnulled")}</Badge>;
  if (decision.inForce) return <Badge tone="bad">{say("discipline.isInForce")}</Badge>;
  return <Badge>{say("discipline.isOver")}</Badge>;
}

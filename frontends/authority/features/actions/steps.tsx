import { day } from "@congtam/format";
import { say } from "@congtam/i18n";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { Badge } from "@congtam/ui";
import type { Action, Step } from "./action-answer";
import { hearing, stepDone, vote } from "./step-forms";
import { Cite, OnBehalf } from "./words";

type Vote = Step["votes"][number];

/** The procedure in its order: whose each step is, by when, and what was recorded. */
export function Steps({ action }: { action: Action }) {
  const isOpen = action.state === "PROPOSED" || action.state === "IN_PROCEDURE";
  const next = action.steps.find((step) => step.doneOn === null);
  return (
    <ol className="steps">
      {action.steps.map((step) => (
        <li key={step.id} className="stack-tight">
          <div className="row spread">
            <h3>{say("actionStep.title", { number: step.ordinal, name: step.name })}</h3>
            <Standing step={step} isNext={isOpen && step === next} />
          </div>
          <span className="small">
            {say(`stepOwner.${step.owner}`)} · <Cite>{step.cite}</Cite>
          </span>
          <Recorded step={step} />
          {step === next ? <Offered action={action} step={step} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Standing({ step, isNext }: { step: Step; isNext: boolean }) {
  if (step.doneOn !== null) {
    return <Badge tone="good">{say("actionStep.doneOn", { day: day(step.doneOn) })}</Badge>;
  }
  if (step.overdue && step.dueOn)
    return <Badge tone="bad">{say("actionStep.overdueSince", { day: day(step.dueOn) })}</Badge>;
  return (
    <span className="row">
      {step.dueOn ? (
        <span className="quiet small">{say("actionStep.dueBy", { day: day(step.dueOn) })}</span>
      ) : null}
      {isNext ? <Badge tone="info">{say("actionStep.next")}</Badge> : null}
    </span>
  );
}

function Recorded({ step }: { step: Step }) {
  return (
    <>
      {step.doneBy ? (
        <span className="small">
          {say("actionStep.by", { who: step.doneBy.fullName })}
          <OnBehalf of={step.onBehalfOf} />
        </span>
      ) : null}
      <PaperShown
        number={step.documentNumber}
        on={step.documentDay}
        sha256={step.documentSha256}
        url={step.documentUrl}
      />
      {step.note ? <span>{step.note}</span> : null}
      {step.hearings.map((each) => (
        <div key={each.id} className="notice">
          <strong>
            {say("actionStep.heard", { who: each.heardBy.fullName, day: day(each.heardOn) })}
          </strong>
          <p>{each.said}</p>
        </div>
      ))}
      {step.statements.map((each) => (
        <div key={each.id} className="notice">
          <strong>{say(`actionStep.${each.stance}`)}</strong>
          <p>{each.said}</p>
        </div>
      ))}
      {step.votes.map((each) => (
        <Counted key={each.id} vote={each} rule={step.voteRule} />
      ))}
    </>
  );
}

/** A count, what it came to and why; who voted what is nowhere. */
function Counted({ vote: held, rule }: { vote: Vote; rule: Step["voteRule"] }) {
  return (
    <div className="notice" data-tone={held.passed ? "good" : "warn"}>
      <strong>
        {say("actionVote.attendance", { present: held.present, summoned: held.summoned })}
        {rule ? ` · ${rule.body}` : ""}
      </strong>
      <ul className="plain">
        {held.counts.map((each) => (
          <li key={each.choice}>
            {say("actionVote.count", { name: each.name, ballots: each.ballots })}
          </li>
        ))}
      </ul>
      {held.findings.map((each) => (
        <p key={each.text}>
          {each.text} <Cite>{each.cite}</Cite>
        </p>
      ))}
      {held.headChose ? <p>{say("actionVote.headChose")}</p> : null}
      <p>
        <strong>{say(held.passed ? "actionVote.passed" : "actionVote.notPassed")}</strong>
        {held.stops ? ` ${say("actionVote.stops")}` : ""}
      </p>
      <span className="quiet small">
        {say(held.revealed ? "actionVote.revealed" : "actionVote.kept")}
      </span>
    </div>
  );
}

/** What the reader may record of the next step, as the graph names it. */
function Offered({ action, step }: { action: Action; step: Step }) {
  const may = (name: string) => action.allowedActions.includes(name);
  const records = may("RecordPersonnelStep");
  const isHeard = step.hearings.length > 0;
  return (
    <DeedButtons
      size="small"
      forms={[
        may("HearPersonnelSubject") && !isHeard && hearing(action, step),
        records && step.needsVote && vote(action, step),
        records && !step.needsVote && stepDone(action, step),
      ]}
    />
  );
}

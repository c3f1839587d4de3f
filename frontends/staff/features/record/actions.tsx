import { day } from "@congtam/format";
import type { MyRecordQuery } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Badge, Fact, Facts, Notice, type Tone } from "@congtam/ui";
import { Said } from "./speaking";

type Action = MyRecordQuery["myPersonnelActions"]["nodes"][number];
type Step = Action["steps"][number];

const TONES: Partial<Record<Action["state"], Tone>> = {
  PROPOSED: "info",
  IN_PROCEDURE: "info",
  DECIDED: "warn",
  EFFECTIVE: "good",
};

/** What is proposed and decided about my posts, and what is asked of me. */
export function Actions({ actions }: { actions: Action[] }) {
  if (actions.length === 0) return <p className="quiet">{say("record.noActions")}</p>;
  return actions.map((action) => (
    <section key={action.id} className="stack">
      <div className="row spread">
        <h3>{action.name}</h3>
        <Badge tone={TONES[action.state] ?? "plain"}>{say(`action.${action.state}`)}</Badge>
      </div>
      <Asked steps={action.steps} />
      <p>{action.reason}</p>
      <Told action={action} />
      {action.steps.flatMap((step) =>
        step.hearings.map((hearing) => (
          <p key={hearing.id}>
            {say("record.heard", {
              day: day(hearing.heardOn),
              who: hearing.heardBy.fullName,
              said: hearing.said,
            })}
          </p>
        )),
      )}
      <Said action={action} />
      {action.cites.length === 0 ? null : (
        <p className="quiet small">{say("record.cites", { cites: action.cites.join("; ") })}</p>
      )}
    </section>
  ));
}

/** The open steps in which the law has me heard or that are mine. */
function Asked({ steps }: { steps: Step[] }) {
  const open = steps.filter(
    (step) => step.doneOn === null && (step.hearsPerson || step.owner === "PERSON"),
  );
  return open.map((step) => (
    <Notice key={step.id} tone="warn">
      <p>
        {step.dueOn === null
          ? say("record.asked", { step: step.name })
          : say("record.askedBy", { step: step.name, day: day(step.dueOn) })}
      </p>
    </Notice>
  ));
}

function Told({ action }: { action: Action }) {
  const { targetUnit, effectiveOn, until, endedOn, decisionNumber, decisionDay, closedReason } =
    action;
  return (
    <Facts>
      {targetUnit ? <Fact name={say("record.target")}>{targetUnit.name}</Fact> : null}
      {effectiveOn ? <Fact name={say("record.effective")}>{day(effectiveOn)}</Fact> : null}
      {until ? <Fact name={say("record.untilDay")}>{day(until)}</Fact> : null}
      {endedOn ? <Fact name={say("record.endedEarly")}>{day(endedOn)}</Fact> : null}
      {decisionNumber ? (
        <Fact name={say("record.decision")}>
          {say("record.decisionOf", { no: decisionNumber, day: day(decisionDay ?? "") })}
        </Fact>
      ) : null}
      {closedReason ? <Fact name={say("record.closed")}>{closedReason}</Fact> : null}
    </Facts>
  );
}

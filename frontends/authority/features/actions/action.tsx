import { day, instant } from "@congtam/format";
import { PersonnelActionShownDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { personnel } from "@congtam/i18n/catalogue/personnel";
import { personnelAction } from "@congtam/i18n/catalogue/personnel-action";
import { personnelCodes } from "@congtam/i18n/catalogue/personnel-codes";
import { personnelSteps } from "@congtam/i18n/catalogue/personnel-steps";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Card, Fact, Facts, Nothing, Notice, Page } from "@congtam/ui";
import type { Action } from "./action-answer";
import { agreement, cancellation, decision, endingEarly, refusal, withdrawal } from "./deciding";
import { Endings } from "./endings";
import { Gates } from "./gates";
import { Steps } from "./steps";
import { ActionState, Cite, dayOr, OnBehalf } from "./words";

learn(personnel, personnelAction, personnelCodes, personnelSteps);

/** One personnel action: what it is about, how far it has come, and what may be done with it. */
export default function ActionPage({ params }: { params: Params }) {
  const answer = useAnswer(PersonnelActionShownDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ personnelAction: action }) =>
        action ? (
          <Shown action={action} />
        ) : (
          <Nothing isPage title={say("action.nothing")}>
            <a href="/authority/actions">{say("personnel.actions")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

function Shown({ action }: { action: Action }) {
  const may = (name: string) => action.allowedActions.includes(name);
  return (
    <Page
      title={say("action.title", { what: action.name, who: action.person.fullName })}
      actions={<ActionState state={action.state} />}
    >
      {action.restsOnReplaced ? <Notice tone="warn">{say("action.replacedWhy")}</Notice> : null}
      <Card title={say("action.about")}>
        <About action={action} />
        <DeedButtons
          forms={[
            may("DecidePersonnelAction") && decision(action),
            ...action.agreesAs.map((side) => agreement(action, side)),
            may("RefusePersonnelAction") && refusal(action),
            may("WithdrawPersonnelAction") && withdrawal(action),
            may("CancelPersonnelAction") && cancellation(action),
            may("EndPersonnelActionEarly") && endingEarly(action),
          ]}
        />
      </Card>
      <Decided action={action} />
      <Endings endings={action.endings} />
      <Card title={say("action.steps")}>
        <Steps action={action} />
      </Card>
      <Agreements action={action} />
      <KeptGates action={action} />
      <Grounds action={action} />
    </Page>
  );
}

function About({ action }: { action: Action }) {
  return (
    <>
      <Facts>
        <Fact name={say("actions.person")}>
          <a href={`/authority/file/${action.person.id}`}>{action.person.fullName}</a>
        </Fact>
        <Fact name={say("action.post")}>
          {say("actions.post", {
            office: say(`office.${action.posting.office}`),
            unit: action.posting.unit.name,
          })}
        </Fact>
        {action.targetUnit && action.targetOffice ? (
          <Fact name={say("action.target")}>
            {say("actions.post", {
              office: say(`office.${action.targetOffice}`),
              unit: action.targetUnit.name,
            })}
          </Fact>
        ) : null}
        {action.targetPosition ? (
          <Fact name={say("action.position")}>{action.targetPosition.name}</Fact>
        ) : null}
        {action.receivingAgency ? (
          <Fact name={say("action.receiving")}>{action.receivingAgency.name}</Fact>
        ) : null}
        <Fact name={say("action.decides")}>
          {say("action.headOf", { agency: action.decidingAgency.name })}
        </Fact>
        <Fact name={say("actions.from")}>{dayOr(action.effectiveOn)}</Fact>
        {action.until ? (
          <Fact name={say("action.until")}>{day(action.endedOn ?? action.until)}</Fact>
        ) : null}
        <Fact name={say("action.groundOn")}>{day(action.groundOn)}</Fact>
        <Fact name={say("action.proposed")}>
          {say("action.byAt", {
            who: action.proposedBy.fullName,
            when: instant(action.proposedAt),
          })}
          <OnBehalf of={action.proposedOnBehalfOf} />
        </Fact>
        <Fact name={say("action.told")}>
          {action.toldAt ? instant(action.toldAt) : say("action.notTold")}
        </Fact>
      </Facts>
      <p>{say("action.reason", { text: action.reason })}</p>
      {action.ownWish ? <p>{say("action.ownWish")}</p> : null}
      {action.specialCase ? <p>{say("action.special", { text: action.specialCase })}</p> : null}
      <Cite>{action.cites.join("; ")}</Cite>
    </>
  );
}

/** What was decided, or how it ended otherwise. */
function Decided({ action }: { action: Action }) {
  if (action.decidedAt === null && action.closedAt === null) return null;
  return (
    <Card title={say("action.outcome")}>
      {action.decidedAt === null ? null : (
        <>
          <Facts>
            <Fact name={say("action.decision")}>
              <PaperShown
                number={action.decisionNumber}
                on={action.decisionDay}
                sha256={action.decisionSha256}
                url={action.decisionUrl}
              />
            </Fact>
            <Fact name={say("action.decidedBy")}>
              {say("action.byAt", {
                who: action.decidedBy?.fullName ?? "",
                when: instant(action.decidedAt),
              })}
              <OnBehalf of={action.onBehalfOf} />
            </Fact>
          </Facts>
          {action.decisionNote ? <p>{action.decisionNote}</p> : null}
          {action.state === "DECIDED" || action.state === "EFFECTIVE" ? (
            <p>
              {action.targetUnit === null
                ? say(`action.inForce.${action.state}`, { day: dayOr(action.effectiveOn) })
                : say(`action.effect.${action.state}`, {
                    day: dayOr(action.effectiveOn),
                    unit: action.targetUnit.name,
                  })}
            </p>
          ) : null}
        </>
      )}
      {action.closedAt === null ? null : (
        <p>
          {say(`action.closed.${action.state as "REFUSED"}`, {
            who: action.closedBy?.fullName ?? "",
            when: instant(action.closedAt),
            reason: action.closedReason ?? "",
          })}
        </p>
      )}
    </Card>
  );
}

function Agreements({ action }: { action: Action }) {
  if (action.agreements.length === 0 && action.receivingAgency === null) return null;
  return (
    <Card title={say("action.agreements")}>
      {action.agreements.length === 0 ? <p className="quiet">{say("action.noneAgreed")}</p> : null}
      <ul className="steps">
        {action.agreements.map((each) => (
          <li key={each.id} className="stack-tight">
            <span>
              {say(`action.side.${each.side}`)}
              {": "}
              {say("action.byAt", { who: each.agreedBy.fullName, when: instant(each.agreedAt) })}
            </span>
            <PaperShown number={each.number} on={each.day} sha256={each.sha256} />
            {each.note ? <span>{each.note}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The gates as they were when it was proposed, and again when it was decided. */
function KeptGates({ action }: { action: Action }) {
  return (["DECISION", "PROPOSAL"] as const).map((moment) => {
    const gates = action.gates.filter((gate) => gate.moment === moment);
    const [first] = gates;
    if (first === undefined) return null;
    return (
      <Card key={moment} title={say(`action.gates.${moment}`)}>
        <p className="quiet small">
          {say("action.computedAt", { when: instant(first.computedAt) })}
        </p>
        <Gates gates={gates} person={action.person.id} />
      </Card>
    );
  });
}

function Grounds({ action }: { action: Action }) {
  if (action.grounds.length === 0 && action.paperNumber === null) return null;
  return (
    <Card title={say("action.grounds")}>
      <ul className="steps">
        {action.grounds.map((each) => (
          <li key={each.id} className="row">
            <span>
              {say(`actionGround.${each.kind}`, { period: periodOf(each), edition: each.edition })}
              {each.level ? `: ${say(`level.${each.level}`)}` : ""}
            </span>
            {each.replaced ? <strong className="missing">{say("actions.replaced")}</strong> : null}
          </li>
        ))}
        {action.paperNumber ? (
          <li>{say("actionGround.PAPER", { number: action.paperNumber })}</li>
        ) : null}
      </ul>
    </Card>
  );
}

function periodOf(ground: Action["grounds"][number]): string {
  return ground.kind === "CLASSIFICATION" ? ground.period.slice(0, 4) : day(ground.period);
}

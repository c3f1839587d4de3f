import { instant } from "@congtam/format";
import {
  BeneathDocument,
  type BeneathQuery,
  ReopenMonthDocument,
  RevokeLockDocument,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { headAbove } from "@congtam/i18n/catalogue/head-above";
import { periodName, spoken } from "@congtam/shared/period";
import { Loaded, type Params } from "@congtam/shared/shell";
import { type Here, OfUnit, OtherUnits } from "@congtam/shared/unit";
import { Badge, Button, ButtonLink, Card, Nothing, Page } from "@congtam/ui";
import { useState } from "react";
import { Asking } from "./asking";
import { Granting } from "./granting";

learn(headAbove);

type Lower = BeneathQuery["unitsBeneath"]["nodes"][number];
type Month = Lower["months"]["nodes"][number];
type Lock = Month["lockExceptions"][number];
/** What is about to be done to a month of a unit beneath. */
type Doing =
  | { what: "reopen"; unit: Lower; month: Month }
  | { what: "grant"; unit: Lower; month: Month }
  | { what: "revoke"; lock: Lock };

/** The units beneath mine and where their last months stand. */
export default function Units({ params }: { params: Params }) {
  return (
    <OfUnit params={params} none={<Nothing isPage title={say("unit.none")} />}>
      {(here) => <Shown key={here.unit} {...here} />}
    </OfUnit>
  );
}

function Shown({ unit, others }: Here) {
  const answer = useAnswer(BeneathDocument, { unit });
  const [doing, begin] = useState<Doing | null>(null);
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page title={say("beneath.title", { unit: found.unit?.name ?? "" })}>
          <OtherUnits
            label={say("unit.others")}
            others={others}
            path={(other) => `/head/beneath/${other}`}
          />
          {found.unitsBeneath.nodes.length === 0 ? (
            <Card>
              <Nothing title={say("beneath.none")} />
            </Card>
          ) : null}
          {found.unitsBeneath.nodes.map((lower) => (
            <Card key={lower.id} title={lower.name}>
              <Months lower={lower} begin={begin} />
            </Card>
          ))}
          <Dialogs doing={doing} close={() => begin(null)} />
        </Page>
      )}
    </Loaded>
  );
}

function Months({ lower, begin }: { lower: Lower; begin: (doing: Doing) => void }) {
  if (lower.months.nodes.length === 0) return <p className="quiet">{say("beneath.noMonths")}</p>;
  return (
    <ul className="plain">
      {lower.months.nodes.map((each) => {
        const signed = each.sheets.filter(
          ({ state }) => state === "RELEASED" || state === "CLOSED",
        );
        return (
          <li key={each.id} className="told">
            <div className="stack-tight">
              <span className="row">
                <strong className="number">{periodName(each.period, each.periodMonths)}</strong>
                <Badge tone={each.state === "OPEN" ? "info" : "good"}>
                  {say(`monthState.${each.state}`)}
                </Badge>
                <span className="quiet small">
                  {say("beneath.signed", { done: signed.length, all: each.sheets.length })}
                </span>
              </span>
              {each.closedAt ? (
                <span className="quiet small">
                  {say("beneath.closed", { when: instant(each.closedAt) })}
                </span>
              ) : null}
              {each.lockExceptions.map((lock) => (
                <LockLine
                  key={lock.id}
                  lock={lock}
                  revoke={() => begin({ what: "revoke", lock })}
                />
              ))}
            </div>
            <div className="row">
              <ButtonLink size="small" href={`/head/beneath/${lower.id}/${each.period}`}>
                {say("beneath.sheets")}
                <span className="unseen">{` ${lower.name} ${periodName(each.period, each.periodMonths)}`}</span>
              </ButtonLink>
              {each.allowedActions.includes("ReopenMonth") ? (
                <Button
                  size="small"
                  onPress={() => begin({ what: "reopen", unit: lower, month: each })}
                >
                  {say("beneath.reopen", { months: each.periodMonths })}
                </Button>
              ) : null}
              {each.allowedActions.includes("GrantLockException") ? (
                <Button
                  size="small"
                  onPress={() => begin({ what: "grant", unit: lower, month: each })}
                >
                  {say("lock.grant")}
                </Button>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function LockLine({ lock, revoke }: { lock: Lock; revoke: () => void }) {
  return (
    <span className="row small">
      <Badge tone={lock.inForce ? "warn" : "plain"}>
        {say(lock.inForce ? "lock.inForce" : "lock.over", { when: instant(lock.endsAt) })}
      </Badge>
      <span className="quiet">
        {lock.person?.fullName ?? say("lock.wholeUnit")} · {lock.reason}
      </span>
      {lock.allowedActions.includes("RevokeLockException") ? (
        <Button size="small" kind="quiet" onPress={revoke}>
          {say("lock.revoke")}
        </Button>
      ) : null}
    </span>
  );
}

function Dialogs({ doing, close }: { doing: Doing | null; close: () => void }) {
  if (doing === null) return null;
  if (doing.what === "revoke") {
    return (
      <Asking
        document={RevokeLockDocument}
        variables={{ exception: doing.lock.id, version: doing.lock.version }}
        title={say("lock.revokeSure")}
        confirm={say("lock.revoke")}
        done={say("lock.revoked")}
        close={close}
      />
    );
  }
  const { unit, month: found } = doing;
  if (doing.what === "grant") {
    return (
      <Granting
        unit={unit.id}
        name={unit.name}
        period={found.period}
        months={found.periodMonths}
        close={close}
      />
    );
  }
  const about = spoken(found.period, found.periodMonths);
  return (
    <Asking
      document={ReopenMonthDocument}
      variables={{ unit: unit.id, period: found.period }}
      title={say("beneath.reopenSure", { unit: unit.name, ...about })}
      confirm={say("beneath.reopen", about)}
      done={say("beneath.reopened", about)}
      close={close}
    >
      <p>{say("beneath.reopenWhy", about)}</p>
    </Asking>
  );
}

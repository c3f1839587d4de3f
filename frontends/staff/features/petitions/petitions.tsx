import { day, decimal, instant } from "@congtam/format";
import {
  MyPetitionsDocument,
  type MyPetitionsQuery,
  useAnswer,
  useDeed,
  WithdrawPetitionDocument,
} from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { spoken } from "@congtam/shared/period";
import { LevelBadge } from "@congtam/shared/sheet";
import { Loaded, useTold } from "@congtam/shared/shell";
import {
  Badge,
  Button,
  Card,
  Confirm,
  Fact,
  Facts,
  Nothing,
  Notice,
  Page,
  type Tone,
} from "@congtam/ui";
import { useState } from "react";

type Petition = MyPetitionsQuery["myPetitions"]["nodes"][number];

const TONES: Record<Petition["state"], Tone> = {
  FILED: "info",
  UPHELD: "good",
  REJECTED: "plain",
  WITHDRAWN: "plain",
};

/** My petitions: where each stands, by when it is to be decided, what was decided and why. */
export function Petitions() {
  const answer = useAnswer(MyPetitionsDocument, {});
  return (
    <Page title={say("petitions.title")}>
      <Loaded answer={answer}>
        {({ myPetitions }) =>
          myPetitions.nodes.length === 0 ? (
            <Card>
              <Nothing title={say("petitions.none")}>
                <p className="quiet">{say("petitions.noneWhy")}</p>
              </Nothing>
            </Card>
          ) : (
            myPetitions.nodes.map((petition) => <Shown key={petition.id} petition={petition} />)
          )
        }
      </Loaded>
    </Page>
  );
}

function Shown({ petition }: { petition: Petition }) {
  const [asking, ask] = useState(false);
  const title = say(`petitions.${petition.about}`, {
    ...spoken(petition.period, petition.periodMonths),
    year: petition.period.slice(0, 4),
  });
  const { act, pending, refusal } = useTold(
    useDeed(WithdrawPetitionDocument, title),
    say("petitions.withdrawn"),
  );
  const withdraw = async () => {
    await act({ petition: petition.id, version: petition.version });
    ask(false);
  };
  return (
    <Card
      title={title}
      aside={<Badge tone={TONES[petition.state]}>{say(`petition.${petition.state}`)}</Badge>}
    >
      <p>{petition.text}</p>
      <Clock petition={petition} />
      <Decided petition={petition} />
      {refusal ? (
        <Notice tone="bad">
          <p role="alert">{refusal.message}</p>
        </Notice>
      ) : null}
      {petition.allowedActions.includes("WithdrawPetition") ? (
        <div className="row">
          <Button size="small" onPress={() => ask(true)}>
            {say("petitions.withdraw")}
          </Button>
        </div>
      ) : null}
      {asking ? (
        <Confirm
          title={say("petitions.sure")}
          confirm={say("petitions.withdraw")}
          pending={pending}
          act={withdraw}
          close={() => ask(false)}
        >
          <p>{say("petitions.sureWhy")}</p>
        </Confirm>
      ) : null}
    </Card>
  );
}

function Clock({ petition }: { petition: Petition }) {
  const left = petition.workingDaysLeft;
  return (
    <Facts>
      <Fact name={say("petitions.filedAt")}>{instant(petition.filedAt)}</Fact>
      <Fact name={say("petitions.decides")}>{petition.decidingUnit.name}</Fact>
      {petition.state === "FILED" ? (
        <Fact name={say("petitions.due")}>
          <span className="row">
            {day(petition.dueOn)}
            {left === null ? null : (
              <Badge tone={petition.overdue ? "bad" : "plain"}>
                {petition.overdue
                  ? say("petitions.overdue", { days: -left })
                  : say("petitions.left", { days: left })}
              </Badge>
            )}
          </span>
        </Fact>
      ) : null}
      <Fact name={say("petitions.result")}>
        <span className="row">
          {petition.oldTotal === null ? null : decimal(petition.oldTotal, language())}
          <LevelBadge level={petition.oldLevel} />
        </span>
      </Fact>
    </Facts>
  );
}

function Decided({ petition }: { petition: Petition }) {
  const said = [
    ["petitions.statement", petition.statement],
    ["petitions.opinion", petition.opinion],
    ["petitions.reason", petition.decisionReason],
    ["petitions.instructions", petition.instructions],
    ["petitions.withdrawnWhy", petition.withdrawnReason],
  ] as const;
  return (
    <>
      {petition.decidedAt ? (
        <p>
          {say("petitions.decidedBy", {
            who: petition.decidedBy?.fullName ?? "",
            when: instant(petition.decidedAt),
          })}
        </p>
      ) : null}
      {said.map(([key, text]) => (text ? <p key={key}>{say(key, { text })}</p> : null))}
      {petition.newLevel ? (
        <p className="row">
          {say("petitions.new", {
            total: petition.newTotal === null ? "—" : decimal(petition.newTotal, language()),
          })}
          <LevelBadge level={petition.newLevel} />
        </p>
      ) : null}
    </>
  );
}

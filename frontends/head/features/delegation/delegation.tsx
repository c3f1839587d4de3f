import { byGivenName, day, shiftDay } from "@congtam/format";
import {
  DelegateDocument,
  LendingDocument,
  type LendingQuery,
  RevokeDelegationOfMineDocument,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { headAbove } from "@congtam/i18n/catalogue/head-above";
import { Loaded, type Params, useDrafts, useToday, useTold, useWho } from "@congtam/shared/shell";
import { type Here, OfUnit, OtherUnits } from "@congtam/shared/unit";
import {
  Badge,
  Button,
  Card,
  Choice,
  DayField,
  LongTextField,
  Nothing,
  Page,
  ReasonDialog,
  Refused,
} from "@congtam/ui";
import { useState } from "react";

learn(headAbove);

type Lent = LendingQuery["delegationsAhead"]["nodes"][number];

/** Lend my authority over a unit for some days, and take it back. */
export default function Delegation({ params }: { params: Params }) {
  return (
    <OfUnit params={params} none={<Nothing isPage title={say("unit.none")} />}>
      {(here) => <Shown key={here.unit} {...here} />}
    </OfUnit>
  );
}

function Shown({ unit, others }: Here) {
  const answer = useAnswer(LendingDocument, { unit });
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page title={say("lend.title", { unit: found.unit?.name ?? "" })}>
          <OtherUnits
            label={say("unit.others")}
            others={others}
            path={(other) => `/head/delegation/${other}`}
          />
          <Card title={say("lend.standing")}>
            <Standing lent={found.delegationsAhead.nodes} />
          </Card>
          {found.unit?.mayDelegate ? <Lending found={found} unit={unit} /> : null}
        </Page>
      )}
    </Loaded>
  );
}

function Standing({ lent }: { lent: Lent[] }) {
  const today = useToday();
  const [revoked, revoke] = useState<Lent | null>(null);
  if (lent.length === 0) return <p className="quiet">{say("lend.nothing")}</p>;
  return (
    <>
      <ul className="plain">
        {lent.map((each) => (
          <li key={each.id} className="told">
            <div className="stack-tight">
              <span className="row">
                <strong>{each.actingHead.fullName}</strong>
                <Badge tone={each.since <= today ? "info" : "plain"}>
                  {say("lend.days", {
                    since: day(each.since),
                    until: each.until ? day(each.until) : "…",
                  })}
                </Badge>
              </span>
              <span className="quiet small">
                {say("lend.by", { who: each.appointer.fullName, reason: each.reason })}
              </span>
            </div>
            {each.allowedActions.includes("RevokeDelegation") ? (
              <Button size="small" onPress={() => revoke(each)}>
                {say("lend.revoke")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {revoked === null ? null : <Revoking lent={revoked} close={() => revoke(null)} />}
    </>
  );
}

function Revoking({ lent, close }: { lent: Lent; close: () => void }) {
  const { act, pending, refusal } = useTold(
    useDeed(RevokeDelegationOfMineDocument, say("lend.revoke")),
    say("lend.revoked"),
  );
  const send = async (reason: string) => {
    const outcome = await act({ id: lent.id, version: lent.version, reason });
    if (outcome.did === "done" || outcome.did === "parked") close();
  };
  return (
    <ReasonDialog
      title={say("lend.revokeSure", { who: lent.actingHead.fullName })}
      confirm={say("lend.revoke")}
      pending={pending}
      refused={refusal?.message}
      act={send}
      close={close}
    >
      <p>{say("lend.revokeWhy")}</p>
    </ReasonDialog>
  );
}

interface Draft {
  to: string;
  begins: string;
  last: string;
  reason: string;
}

function Lending({ found, unit }: { found: LendingQuery; unit: string }) {
  const today = useToday();
  const me = useWho()?.me?.id;
  const [kept, keep, forget] = useDrafts<Draft>(`lend.${unit}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(DelegateDocument, say("lend.send")),
    say("lend.sent"),
  );
  const draft = kept ?? { to: "", begins: today, last: today, reason: "" };
  const change = (changes: Partial<Draft>) => keep({ ...draft, ...changes });
  const people = [
    ...new Map(found.postingsIn.nodes.map(({ person }) => [person.id, person])).values(),
  ]
    .filter(({ id }) => id !== me)
    .sort((left, right) => byGivenName(left.fullName, right.fullName))
    .map(({ id, fullName }) => ({ value: id, label: fullName }));
  const send = async () => {
    setTried(true);
    const { to, begins, last, reason } = draft;
    if (to === "" || begins === "" || last === "" || reason.trim() === "") return;
    const ends = shiftDay(last, 1);
    const outcome = await act({ unit, toPerson: to, begins, ends, reason });
    if (outcome.did !== "done" && outcome.did !== "parked") return;
    forget();
    setTried(false);
  };
  return (
    <Card title={say("lend.new")}>
      <p className="quiet small">{say("lend.why")}</p>
      <Refused message={refusal?.message} />
      <div className="columns">
        <Choice
          label={say("lend.to")}
          none={say("ui.choose")}
          value={draft.to}
          options={people}
          choose={(to) => change({ to })}
          wrong={tried && draft.to === "" ? say("lend.nobody") : undefined}
        />
        <DayField
          label={say("lend.begins")}
          value={draft.begins}
          earliest={today}
          onChange={(begins) => change({ begins })}
        />
        <DayField
          label={say("lend.last")}
          value={draft.last}
          earliest={draft.begins}
          onChange={(last) => change({ last })}
        />
      </div>
      <LongTextField
        label={say("ui.reason")}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        wrong={tried && draft.reason.trim() === "" ? say("ui.reasonMissing") : undefined}
      />
      <div className="row">
        <Button kind="main" isPending={pending} onPress={send}>
          {say("lend.send")}
        </Button>
      </div>
    </Card>
  );
}

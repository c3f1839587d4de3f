import { day } from "@congtam/format";
import { ReorganiseDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Refused } from "@congtam/shared/forms";
import { useTold } from "@congtam/shared/shell";
import { Button, Card, Confirm, Notice } from "@congtam/ui";
import { useState } from "react";
import type { Outcome } from "./done";
import { type Draft, outcomesOf, partsOf, planOf, wrongIn } from "./plan";
import type { Told } from "./preview-answer";
import { namesOf, placesOf, type Stood } from "./standing";
import { Verdicts } from "./verdicts";

/** What would happen, as the graph tells it of the very plan; then the decision itself. */
export function Preview({
  draft,
  standing,
  done,
}: {
  draft: Draft;
  standing: readonly Stood[];
  done: (outcome: Outcome) => void;
}) {
  const plan = planOf(draft, standing);
  const text = JSON.stringify(plan);
  const [tried, keep] = useState<{ text: string; told: Told } | null>(null);
  const [isSure, ask] = useState(false);
  const title = say("reorganise.title");
  const { act, pending, refusal } = useTold(useDeed(ReorganiseDocument, title), null);
  const wrong = wrongIn(draft);
  const isCut = standing.some((each) => each.isCut);
  const told = tried?.text === text ? tried.told : null;
  const names = namesOf(draft, standing);
  const places = placesOf(plan, names, standing);
  const send = async (dryRun: boolean) => {
    const outcome = await act({ plan, dryRun });
    ask(false);
    if (outcome.did !== "done") return;
    const { reorganisation, verdicts } = outcome.value;
    if (reorganisation) {
      done({ verdicts, names, places, units: outcomes(draft, reorganisation.toUnits) });
    } else {
      keep({ text, told: outcome.value });
    }
  };
  return (
    <Card title={say("reorganise.preview")}>
      <p className="quiet">{say("reorganise.previewWhy")}</p>
      {wrong.length === 0 ? null : (
        <ul>
          {wrong.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
      )}
      <Refused refusal={refusal} />
      <div className="row">
        <Button
          kind={told?.accepted ? "plain" : "main"}
          isDisabled={wrong.length > 0 || isCut}
          isPending={pending && !isSure}
          onPress={() => send(true)}
        >
          {say("reorganise.try")}
        </Button>
      </div>
      {told === null ? null : (
        <>
          <Notice tone={told.accepted ? "good" : "bad"}>
            <p role="status">
              {say(told.accepted ? "reorganise.possible" : "reorganise.impossible")}
            </p>
          </Notice>
          <Verdicts verdicts={told.verdicts} {...{ names, places }} />
        </>
      )}
      {told?.accepted ? (
        <div className="row">
          <Button kind="main" onPress={() => ask(true)}>
            {say("reorganise.carryOut")}
          </Button>
        </div>
      ) : null}
      {isSure && told ? (
        <Confirm
          title={say("reorganise.sure", { number: draft.decisionNo.trim() })}
          confirm={say("reorganise.carryOut")}
          pending={pending}
          act={() => send(false)}
          close={() => ask(false)}
        >
          <Sure draft={draft} told={told} />
        </Confirm>
      ) : null}
    </Card>
  );
}

/** What cannot be undone, in plain words. */
function Sure({ draft, told }: { draft: Draft; told: Told }) {
  const count = (step: Told["verdicts"][number]["step"]) =>
    told.verdicts.filter((each) => each.step === step).length;
  const ending = partsOf(draft).filter(({ ends }) => ends);
  const names = ending.map(({ name }) => name).join("; ");
  // A whole agency's units are told by its name and their number.
  const units = draft.ending === null ? names : say("merge.units", { count: ending.length });
  return (
    <>
      <p>{say("reorganise.sureDay", { day: day(draft.day) })}</p>
      <ul>
        {draft.ending === null ? null : (
          <li>
            {say("merge.sure", {
              agency: draft.ending.agency.name,
              into: draft.ending.into.name,
            })}
          </li>
        )}
        {ending.length === 0 ? null : <li>{say("reorganise.sureEnds", { units })}</li>}
        <li>
          {say("reorganise.surePosts", {
            on: count("POSTING_CONTINUED"),
            over: count("POSTING_ENDED"),
          })}
        </li>
        <li>
          {say("reorganise.sureRoles", {
            on: count("MANDATE_CONTINUED"),
            over: count("MANDATE_ENDED") + count("DELEGATION_ENDED"),
          })}
        </li>
      </ul>
      <p>
        <strong>{say("reorganise.sureOnce")}</strong>
      </p>
    </>
  );
}

/** The units that came out, by name: the graph tells their ids in the order of the plan. */
function outcomes(draft: Draft, ids: readonly string[]): { id: string; name: string }[] {
  return outcomesOf(draft).flatMap(({ label }, place) => {
    const id = ids[place];
    return id === undefined ? [] : [{ id, name: label }];
  });
}

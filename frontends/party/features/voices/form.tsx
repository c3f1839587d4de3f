import { SpeakOnPartyReviewDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { PARTY_LEVELS, Refused, spanName } from "@congtam/shared/party";
import { levelName } from "@congtam/shared/sheet";
import { go, useDrafts, useTold } from "@congtam/shared/shell";
import { Button, Choice, Confirm, LongTextField } from "@congtam/ui";
import { useState } from "react";
import { type Draft, EMPTY, missing, said, taken } from "./draft";
import { FindingsFields } from "./findings-fields";
import type { Review, Voice } from "./speaking-answer";
import { subject } from "./waiting";

/** What a voice says: its text; unless it only comments also points, conditions, a class and why. */
export function Form({ voice, review }: { voice: Voice; review: Review }) {
  const [kept, keep, forget] = useDrafts<Draft>(`voice.${voice.id}`);
  const [tried, setTried] = useState(false);
  const [asking, ask] = useState(false);
  const own = voice.kind === "SELF";
  const label = say(own ? "partyVoices.ownTitle" : "partyVoices.title", {
    who: subject(voice),
    span: spanName(review),
  });
  const { act, pending, refusal } = useTold(
    useDeed(SpeakOnPartyReviewDocument, label),
    say("partyVoices.sent"),
  );
  const draft = kept ?? EMPTY;
  const change = (part: Partial<Draft>) => keep({ ...draft, ...part });
  const lacks = missing(draft, { comments: voice.comments, by: review.resultsBy });
  const send = async () => {
    ask(false);
    const told = said(draft, { comments: voice.comments, by: review.resultsBy });
    const outcome = await act({ voice: voice.id, version: voice.version, ...told });
    if (outcome.did !== "done") return;
    forget();
    go(`/party/review/${review.id}`);
  };
  const before = review.voices.filter((each) => each.findings !== null && each.state === "SIGNED");
  const last = before.at(-1);
  return (
    <>
      <Refused refusal={refusal} />
      <LongTextField
        label={say(own ? "partyVoices.ownText" : "partyVoices.text")}
        help={say(own ? "partyVoices.ownTextHelp" : "partyVoices.textHelp")}
        value={draft.text}
        onChange={(text) => change({ text })}
        maxLength={20_000}
        isRequired
      />
      {voice.comments ? null : (
        <>
          {last?.findings ? (
            <div className="row">
              <Button size="small" onPress={() => keep(taken(draft, last.findings ?? ""))}>
                {say("partyVoices.take")}
              </Button>
            </div>
          ) : null}
          <FindingsFields draft={draft} change={change} review={review} />
          <Choice
            label={say(own ? "partyVoices.ownLevel" : "partyVoices.level")}
            value={draft.level}
            none={say("partyVoices.noLevel")}
            options={PARTY_LEVELS.map((value) => ({ value, label: levelName(value) }))}
            choose={(level) => change({ level })}
            isRequired
          />
          <LongTextField
            label={say("partyVoices.reason")}
            help={say("partyVoices.reasonHelp")}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            maxLength={2000}
          />
        </>
      )}
      {tried && lacks.length > 0 ? (
        <p role="alert" className="missing">
          {say("partyVoices.missing", {
            what: lacks.map((each) => say(`partyVoices.lacks.${each}`)).join(", "),
          })}
        </p>
      ) : null}
      <div className="row spread">
        <span className="quiet small">{kept ? say("partyVoices.keptHere") : null}</span>
        <Button
          kind="main"
          isPending={pending}
          onPress={() => {
            setTried(true);
            if (lacks.length === 0) ask(true);
          }}
        >
          {say("partyVoices.send")}
        </Button>
      </div>
      {asking ? (
        <Confirm
          title={say("partyVoices.sure")}
          confirm={say("partyVoices.send")}
          pending={pending}
          act={send}
          close={() => ask(false)}
        >
          <p>{say("partyVoices.sureWhy")}</p>
        </Confirm>
      ) : null}
    </>
  );
}

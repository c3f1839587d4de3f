import { OpenPartyBallotDocument, type PartyBallotKind, type PartyBallotWay } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, aboutName } from "@congtam/shared/party";
import { go } from "@congtam/shared/shell";
import { Choice, Notice, TextField } from "@congtam/ui";
import { useState } from "react";
import type { Review } from "./review-answer";

const LEAST_CODE = 16;

interface Draft {
  kind: PartyBallotKind;
  way: PartyBallotWay;
}

/** A body opens its vote about a review. The code of a secret box is kept nowhere, not even here. */
export function OpenBallot({
  review,
  body,
  close,
}: {
  review: Review;
  body: { id: string; name: string; votesInSecret: boolean };
  close: () => void;
}) {
  const [code, setCode] = useState("");
  return (
    <Ask
      deed={OpenPartyBallotDocument}
      name={`open-ballot.${review.id}.${body.id}`}
      title={say("openBallot.title", { body: body.name, who: aboutName(review) })}
      confirm={say("openBallot.open")}
      done={say("openBallot.done")}
      empty={{ kind: "CLASS", way: "ELECTRONIC" } as Draft}
      secret
      variables={({ kind, way }) => {
        const locked = body.votesInSecret && way === "ELECTRONIC";
        if (locked && code.trim().length < LEAST_CODE) return null;
        const place = { review: review.id, body: body.id };
        return { ...place, kind, way, code: locked ? code : null };
      }}
      after={(ballot) => go(`/party/ballots/${ballot.id}`)}
      close={close}
    >
      {(draft, change) => (
        <>
          <Choice
            label={say("openBallot.kind")}
            value={draft.kind}
            options={(["CLASS", "CONFIDENCE"] as const).map((value) => ({
              value,
              label: say(`party.kind.${value}`),
            }))}
            choose={(kind) => change({ kind })}
          />
          <Choice
            label={say("openBallot.way")}
            value={draft.way}
            options={(["ELECTRONIC", "PAPER"] as const).map((value) => ({
              value,
              label: say(`openBallot.${value}`),
            }))}
            choose={(way) => change({ way })}
          />
          <p>{say(body.votesInSecret ? "openBallot.secret" : "openBallot.hands")}</p>
          {body.votesInSecret && draft.way === "ELECTRONIC" ? (
            <>
              <TextField
                label={say("openBallot.code")}
                help={say("openBallot.codeHelp", { least: LEAST_CODE })}
                value={code}
                onChange={setCode}
                autoComplete="off"
                isRequired
              />
              <Notice tone="warn">
                <p>{say("openBallot.codeWhy")}</p>
              </Notice>
            </>
          ) : null}
        </>
      )}
    </Ask>
  );
}

import { CountPartyBallotDocument } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, NO_PAPER, PaperFields, paperOf } from "@congtam/shared/party";
import { Notice, TextField } from "@congtam/ui";
import { useState } from "react";
import type { Ballot } from "./ballot-answer";
import { CommissionField } from "./commission";
import { counted } from "./counted";

/** An electronic ballot is closed and counted, once. The code of the box is kept nowhere. */
export function Count({ ballot, close }: { ballot: Ballot; close: () => void }) {
  const [code, setCode] = useState("");
  return (
    <Ask
      deed={CountPartyBallotDocument}
      name={`count.${ballot.id}`}
      title={say("partyBallots.countTitle")}
      confirm={say("partyBallots.count")}
      done={say("partyBallots.countDone")}
      empty={{ present: "", minutes: NO_PAPER, commission: [] as string[] }}
      secret
      variables={({ present, minutes, commission }) => {
        const paper = paperOf(minutes);
        const number = counted(present);
        if (paper === null || number === null || (ballot.secret && code === "")) return null;
        return {
          ballot: ballot.id,
          version: ballot.version,
          present: number,
          minutes: paper,
          commission,
          code: ballot.secret ? code : null,
        };
      }}
      close={close}
    >
      {(draft, change) => (
        <>
          <Notice tone="warn">
            <p>{say("partyBallots.countWhy", { count: ballot.turnout, of: ballot.summoned })}</p>
          </Notice>
          {ballot.secret ? (
            <TextField
              label={say("partyBallots.code")}
              help={say("partyBallots.codeHelp")}
              value={code}
              onChange={setCode}
              autoComplete="off"
              isRequired
            />
          ) : null}
          <TextField
            label={say("partyBallots.number.present")}
            value={draft.present}
            onChange={(present) => change({ present })}
            isRequired
          />
          <CommissionField
            ballot={ballot}
            chosen={draft.commission}
            choose={(commission) => change({ commission })}
          />
          <PaperFields
            label={say("partyBallots.minutes")}
            paper={draft.minutes}
            change={(minutes) => change({ minutes })}
          />
        </>
      )}
    </Ask>
  );
}

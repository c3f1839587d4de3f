import { AnnulPartyBallotDocument } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, DeedButton } from "@congtam/shared/party";
import { LongTextField } from "@congtam/ui";
import type { Ballot } from "./ballot-answer";
import { Count } from "./count";
import { EnterCount } from "./enter-count";

/** Counting and annulling, where they may be done. */
export function Acts({ ballot }: { ballot: Ballot }) {
  const named = ballot.allowedActions;
  const paper = ballot.way === "PAPER";
  return (
    <>
      <DeedButton
        named={named}
        action="CountPartyBallot"
        kind="main"
        label={say(paper ? "partyBallots.enter" : "partyBallots.count")}
      >
        {(close) =>
          paper ? (
            <EnterCount ballot={ballot} close={close} />
          ) : (
            <Count ballot={ballot} close={close} />
          )
        }
      </DeedButton>
      <DeedButton named={named} action="AnnulPartyBallot" label={say("partyBallots.annul")}>
        {(close) => (
          <Ask
            deed={AnnulPartyBallotDocument}
            name={`annul.${ballot.id}`}
            title={say("partyBallots.annulSure")}
            confirm={say("partyBallots.annul")}
            done={say("partyBallots.annulDone")}
            empty={{ reason: "" }}
            variables={({ reason }) =>
              reason.trim() === "" ? null : { ballot: ballot.id, version: ballot.version, reason }
            }
            close={close}
          >
            {(draft, change) => (
              <>
                <p>{say("partyBallots.annulWhy")}</p>
                <LongTextField
                  label={say("party.reason")}
                  value={draft.reason}
                  onChange={(reason) => change({ reason })}
                  maxLength={2000}
                  isRequired
                />
              </>
            )}
          </Ask>
        )}
      </DeedButton>
    </>
  );
}

import { CastPartyVoteDocument, type PartyChoice, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { aboutName, Refused } from "@congtam/shared/party";
import { useTold } from "@congtam/shared/shell";
import { Button, Card, Confirm, Radios } from "@congtam/ui";
import { useState } from "react";
import type { Ballot } from "./ballot-answer";
import { CHOICES } from "./choices";

const BLANK = "BLANK";

/** One vote, after one question. The choice stands in this form alone: it is kept nowhere, and is gone
 * with the form. */
export function Vote({ ballot }: { ballot: Ballot }) {
  const [chosen, choose] = useState<PartyChoice | typeof BLANK | null>(null);
  const [asking, ask] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(CastPartyVoteDocument, say("partyBallots.vote"), true),
    say("partyBallots.cast"),
  );
  const cast = async () => {
    const outcome = await act({ ballot: ballot.id, choice: chosen === BLANK ? null : chosen });
    ask(false);
    if (outcome.did === "done") choose(null);
  };
  const options = CHOICES[ballot.kind].map((value) => ({
    value,
    label: say(`party.choice.${value}`),
  }));
  const blank = { value: BLANK, label: say("partyBallots.blank") } as const;
  return (
    <Card title={say("partyBallots.myVote")}>
      <Refused refusal={refusal} />
      <Radios
        label={say("partyBallots.choose", { who: aboutName(ballot) })}
        options={[...options, blank]}
        chosen={chosen}
        choose={choose}
      />
      <p className="quiet">
        {say(ballot.secret ? "partyBallots.nobodySees" : "partyBallots.allSee")}
      </p>
      <div className="row">
        <Button kind="main" isDisabled={chosen === null} onPress={() => ask(true)}>
          {say("partyBallots.vote")}
        </Button>
      </div>
      {asking && chosen !== null ? (
        <Confirm
          title={say("partyBallots.sure")}
          confirm={say("partyBallots.vote")}
          pending={pending}
          act={cast}
          close={() => ask(false)}
        >
          <p>
            <strong>
              {chosen === BLANK ? say("partyBallots.blank") : say(`party.choice.${chosen}`)}
            </strong>
          </p>
          <p>{say(ballot.secret ? "partyBallots.nobodySees" : "partyBallots.allSee")}</p>
        </Confirm>
      ) : null}
    </Card>
  );
}

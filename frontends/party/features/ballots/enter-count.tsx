import { EnterPartyCountDocument } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, NO_PAPER, PaperFields, paperOf } from "@congtam/shared/party";
import { TextField } from "@congtam/ui";
import type { Ballot } from "./ballot-answer";
import { CHOICES } from "./choices";
import { CommissionField } from "./commission";
import { counted } from "./counted";

const NUMBERS = ["present", "issued", "returned", "valid", "invalid"] as const;

/** What the commission counted of a vote on paper. */
export function EnterCount({ ballot, close }: { ballot: Ballot; close: () => void }) {
  const choices = CHOICES[ballot.kind];
  const none = { present: "", issued: "", returned: "", valid: "", invalid: "" };
  return (
    <Ask
      deed={EnterPartyCountDocument}
      name={`enter.${ballot.id}`}
      title={say("partyBallots.enterTitle")}
      confirm={say("partyBallots.enter")}
      done={say("partyBallots.countDone")}
      empty={{
        numbers: none,
        votes: {} as Record<string, string>,
        minutes: NO_PAPER,
        commission: [] as string[],
      }}
      variables={({ numbers, votes, minutes, commission }) => {
        const paper = paperOf(minutes);
        const [present, issued, returned, valid, invalid] = NUMBERS.map((name) =>
          counted(numbers[name]),
        );
        const told = choices.map((choice) => ({ choice, votes: counted(votes[choice] ?? "") }));
        const whole = told.flatMap(({ choice, votes: count }) =>
          count === null ? [] : [{ choice, votes: count }],
        );
        if (paper === null || whole.length < told.length) return null;
        if (present == null || issued == null || returned == null) return null;
        if (valid == null || invalid == null) return null;
        return {
          ballot: ballot.id,
          version: ballot.version,
          minutes: paper,
          commission,
          count: { present, issued, returned, valid, invalid, choices: whole },
        };
      }}
      close={close}
    >
      {(draft, change) => (
        <>
          <div className="columns">
            {NUMBERS.map((name) => (
              <TextField
                key={name}
                label={say(`partyBallots.number.${name}`)}
                value={draft.numbers[name]}
                onChange={(value) => change({ numbers: { ...draft.numbers, [name]: value } })}
                isRequired
              />
            ))}
          </div>
          <fieldset className="plain stack">
            <legend className="label">{say("partyBallots.votes")}</legend>
            <div className="columns">
              {choices.map((choice) => (
                <TextField
                  key={choice}
                  label={say(`party.choice.${choice}`)}
                  value={draft.votes[choice] ?? ""}
                  onChange={(value) => change({ votes: { ...draft.votes, [choice]: value } })}
                  isRequired
                />
              ))}
            </div>
          </fieldset>
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

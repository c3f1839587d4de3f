import { byGivenName } from "@congtam/format";
import { say } from "@congtam/i18n";
import { Check } from "@congtam/ui";
import type { Ballot } from "./ballot-answer";

/** Who counts: somebody on the roll, not whom the vote is about. */
export function CommissionField({
  ballot,
  chosen,
  choose,
}: {
  ballot: Ballot;
  chosen: readonly string[];
  choose: (people: string[]) => void;
}) {
  const people = ballot.voters
    .map(({ person }) => person)
    .filter(({ id }) => id !== ballot.person?.id)
    .sort((left, right) => byGivenName(left.fullName, right.fullName));
  const turn = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset className="plain stack-tight">
      <legend className="label">{say("partyBallots.commission")}</legend>
      <div className="facts">
        {people.map((person) => (
          <Check
            key={person.id}
            label={person.fullName}
            checked={chosen.includes(person.id)}
            change={() => turn(person.id)}
          />
        ))}
      </div>
    </fieldset>
  );
}

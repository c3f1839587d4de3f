import { byGivenName, day, instant } from "@congtam/format";
import { say } from "@congtam/i18n";
import { Badge, Card, Fact, Facts, Notice } from "@congtam/ui";
import type { Ballot } from "./ballot-answer";

/** What was counted, the thresholds, and what reached them. */
export function Outcome({ ballot }: { ballot: Ballot }) {
  return (
    <Card title={say("partyBallots.outcome")}>
      <Notice tone={ballot.chosen === null ? "warn" : "good"}>
        <p>
          {ballot.chosen === null
            ? say("partyBallots.noneReached", { short: ballot.shortBy ?? 0 })
            : say("partyBallots.reached", { choice: say(`party.choice.${ballot.chosen}`) })}
        </p>
      </Notice>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("partyBallots.choice")}</th>
            <th scope="col" className="to-end">
              {say("partyBallots.votes")}
            </th>
          </tr>
        </thead>
        <tbody>
          {(ballot.choices ?? []).map(({ choice, votes }) => (
            <tr key={choice}>
              <th scope="row">{say(`party.choice.${choice}`)}</th>
              <td className="to-end">{votes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Numbers ballot={ballot} />
      <p className="quiet small">
        {say("partyBallots.countedBy", {
          who: ballot.countedBy?.fullName ?? "",
          when: ballot.countedAt === null ? "" : instant(ballot.countedAt),
          no: ballot.minutesNo ?? "",
          day: ballot.minutesDay === null ? "" : day(ballot.minutesDay),
        })}
      </p>
      <Commission ballot={ballot} />
      <Hands ballot={ballot} />
    </Card>
  );
}

function Numbers({ ballot }: { ballot: Ballot }) {
  const numbers = [
    ["summonedAre", ballot.summoned],
    ["present", ballot.present],
    ["issued", ballot.issued],
    ["returned", ballot.returned],
    ["valid", ballot.valid],
    ["invalid", ballot.invalid],
    ["neededPresent", ballot.neededPresent],
    ["neededVotes", ballot.neededVotes],
  ] as const;
  return (
    <Facts>
      {numbers.map(([name, value]) => (
        <Fact key={name} name={say(`partyBallots.number.${name}`)}>
          {value ?? "—"}
        </Fact>
      ))}
    </Facts>
  );
}

function Commission({ ballot }: { ballot: Ballot }) {
  if (ballot.tellers.length === 0) return null;
  const names = ballot.tellers.map(({ person }) => person.fullName).sort(byGivenName);
  return <p>{say("partyBallots.tellers", { names: names.join(", ") })}</p>;
}

/** A show of hands tells who chose what. */
function Hands({ ballot }: { ballot: Ballot }) {
  if (ballot.openVotes.length === 0) return null;
  const votes = [...ballot.openVotes].sort((left, right) =>
    byGivenName(left.person.fullName, right.person.fullName),
  );
  return (
    <div className="stack-tight">
      <h3>{say("partyBallots.hands")}</h3>
      <ul className="plain columns">
        {votes.map((vote) => (
          <li key={vote.person.id} className="row">
            <span>{vote.person.fullName}</span>
            <Badge>
              {vote.choice === null
                ? say("partyBallots.blank")
                : say(`party.choice.${vote.choice}`)}
            </Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}

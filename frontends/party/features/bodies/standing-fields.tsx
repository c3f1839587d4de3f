import type { PartyStanding, PartyStandingInput } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Check, Choice } from "@congtam/ui";

export interface Standing {
  standing: PartyStanding;
  exempt: boolean;
  suspended: boolean;
  outside: boolean;
}

/** As it is sent: every part of it is said. */
export function standingOf(told: Standing): PartyStandingInput {
  const { standing, exempt, suspended, outside } = told;
  return { standing, exempt, suspended, outside };
}

const MARKS = ["exempt", "suspended", "outside"] as const;

/** How a member stands in his branch. */
export function StandingFields({
  draft,
  change,
}: {
  draft: Standing;
  change: (part: Partial<Standing>) => void;
}) {
  return (
    <>
      <Choice
        label={say("members.standing")}
        value={draft.standing}
        options={(["OFFICIAL", "PROBATIONARY"] as const).map((value) => ({
          value,
          label: say(`partyBodies.standing.${value}`),
        }))}
        choose={(standing) => change({ standing })}
      />
      <div className="stack-tight">
        {MARKS.map((mark) => (
          <Check
            key={mark}
            label={say(`members.${mark}`)}
            checked={draft[mark]}
            change={() => change({ [mark]: !draft[mark] })}
          />
        ))}
      </div>
    </>
  );
}

import { type MyRecordQuery, SpeakOnPersonnelActionDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { ReasonAsked } from "@congtam/shared/deeds";
import { useTold } from "@congtam/shared/shell";
import { Button, Choice } from "@congtam/ui";
import { useState } from "react";

type Action = MyRecordQuery["myPersonnelActions"]["nodes"][number];
type Step = Action["steps"][number];

const STANCES = ["CONSENT", "OBJECTION", "OPINION"] as const;
type Stance = (typeof STANCES)[number];

/** What I said myself where I was heard, and the way to say it. */
export function Said({ action }: { action: Action }) {
  const [speaking, speak] = useState<Step | null>(null);
  const open = action.allowedActions.includes("SpeakOnPersonnelAction")
    ? action.steps.filter((step) => step.hearings.length > 0 && step.statements.length === 0)
    : [];
  return (
    <>
      {action.steps.flatMap((step) =>
        step.statements.map((each) => (
          <p key={each.id}>
            {say("record.iSaid", { stance: say(`record.${each.stance}`), said: each.said })}
          </p>
        )),
      )}
      {open.length === 0 ? null : (
        <div className="row">
          {open.map((step) => (
            <Button key={step.id} size="small" onPress={() => speak(step)}>
              {say("record.speak")}
            </Button>
          ))}
        </div>
      )}
      {speaking === null ? null : (
        <Speaking action={action} step={speaking} close={() => speak(null)} />
      )}
    </>
  );
}

function Speaking({ action, step, close }: { action: Action; step: Step; close: () => void }) {
  // Nothing is chosen for him: what he says and where he stands must not differ by accident.
  const [stance, choose] = useState<Stance | "">("");
  const title = say("record.speak");
  const deed = useTold(useDeed(SpeakOnPersonnelActionDocument, title), say("record.spoken"));
  const { id, version } = action;
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={say("record.speakNow")}
      kept={`speak.${step.id}`}
      label={say("record.said")}
      variables={(said) =>
        stance === "" ? null : { action: id, version, step: step.code, stance, said }
      }
    >
      <p>{say("record.speakWhy")}</p>
      <Choice
        label={say("record.stance")}
        value={stance}
        options={STANCES.map((each) => ({ value: each, label: say(`record.${each}`) }))}
        choose={(value) => choose(value as Stance)}
        none={say("ui.choose")}
        isRequired
      />
    </ReasonAsked>
  );
}

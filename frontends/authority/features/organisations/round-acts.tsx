import { OpenRecognitionDocument, PublishRecognitionDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Asked, Refused } from "@congtam/shared/deeds";
import { useTold } from "@congtam/shared/shell";
import { Button } from "@congtam/ui";
import { useState } from "react";
import { Deciding } from "./deciding";
import type { Round } from "./organisations-answer";

/** What the reader may do with a year of organisations. */
export function RoundActs({ round }: { round: Round }) {
  const [asked, ask] = useState<"decide" | "publish" | null>(null);
  const may = (action: string) => round.allowedActions.includes(action);
  const { act, pending, refusal } = useTold(
    useDeed(OpenRecognitionDocument, say("recognise.prepare")),
    say("recognise.prepared"),
  );
  return (
    <>
      <Refused refusal={refusal} />
      <div className="row">
        {may("OpenRecognition") ? (
          <Button
            isPending={pending}
            onPress={() => act({ unit: round.unit.id, year: round.year })}
          >
            {say("recognise.prepare")}
          </Button>
        ) : null}
        {may("DecideRecognition") ? (
          <Button kind="main" onPress={() => ask("decide")}>
            {say("recognise.decide")}
          </Button>
        ) : null}
        {may("PublishRecognition") ? (
          <Button kind="main" onPress={() => ask("publish")}>
            {say("recognise.publish")}
          </Button>
        ) : null}
      </div>
      {asked === "decide" ? <Deciding round={round} close={() => ask(null)} /> : null}
      {asked === "publish" ? <Publishing round={round} close={() => ask(null)} /> : null}
    </>
  );
}

function Publishing({ round, close }: { round: Round; close: () => void }) {
  const title = say("recognise.publish");
  const deed = useTold(useDeed(PublishRecognitionDocument, title), say("recognise.published"));
  const variables = { round: round.id, version: round.version };
  return (
    <Asked {...{ title, deed, variables, close }} confirm={title} done={close}>
      <p>{say("recognise.publishWhy")}</p>
    </Asked>
  );
}

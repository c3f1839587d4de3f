import { instant } from "@congtam/format";
import { ClearRecognitionFlagDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { ReasonAsked } from "@congtam/shared/deeds";
import { useTold } from "@congtam/shared/shell";
import { Button, Card } from "@congtam/ui";
import { useState } from "react";
import type { Review } from "./judgement";

type Flag = Review["flags"][number];

/** Results beneath that were replaced since this one was recognised (art. 4.4). */
export function ReviewFlags({ flags }: { flags: Flag[] }) {
  const [clearing, clear] = useState<Flag | null>(null);
  if (flags.length === 0) return null;
  return (
    <Card title={say("reviewFlags.title")}>
      <p className="quiet">{say("reviewFlags.why")}</p>
      {flags.map((flag) => (
        <div key={flag.id} className="told">
          <div className="stack-tight">
            <strong>
              {say("reviewFlags.of", {
                who: flag.becauseOf.name,
                before: say(`level.${flag.levelBefore}`),
                after: say(`level.${flag.levelAfter}`),
              })}
            </strong>
            <span className="quiet small">{instant(flag.raisedAt)}</span>
            {flag.replacedBy === null ? null : (
              <a href={`/authority/organisations/${flag.replacedBy.id}`}>
                {say("reviewFlags.beneath")}
              </a>
            )}
            {flag.note === null ? null : <span>{flag.note}</span>}
          </div>
          {flag.allowedActions.includes("ClearRecognitionFlag") ? (
            <Button size="small" onPress={() => clear(flag)}>
              {say("reviewFlags.clear")}
            </Button>
          ) : null}
        </div>
      ))}
      {clearing === null ? null : <Clearing flag={clearing} close={() => clear(null)} />}
    </Card>
  );
}

function Clearing({ flag, close }: { flag: Flag; close: () => void }) {
  const title = say("reviewFlags.clear");
  const deed = useTold(useDeed(ClearRecognitionFlagDocument, title), say("reviewFlags.done"));
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`reviewFlag.${flag.id}`}
      label={say("reviewFlags.note")}
      variables={(note) => ({ flag: flag.id, version: flag.version, note })}
    >
      <p>{say("reviewFlags.noteWhy")}</p>
    </ReasonAsked>
  );
}

import { parseDecimal, shiftPoint } from "@congtam/format";
import {
  CloseClassificationDocument,
  DecideQuotaShareDocument,
  NotifyClassificationDocument,
  OpenClassificationDocument,
  PublishClassificationDocument,
  ReopenClassificationDocument,
  useDeed,
} from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import {
  Asked,
  noPaper,
  type Paper,
  PaperFields,
  paperOf,
  ReasonAsked,
  Refused,
} from "@congtam/shared/deeds";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Button, LongTextField, TextField } from "@congtam/ui";
import { useState } from "react";
import type { Round } from "./choosing";

type Step = "close" | "reopen" | "share" | "notify" | "publish";

const STEPS: readonly (readonly [string, Step])[] = [
  ["CloseClassification", "close"],
  ["ReopenClassification", "reopen"],
  ["DecideQuotaShare", "share"],
  ["NotifyClassification", "notify"],
  ["PublishClassification", "publish"],
];

/** What the reader may do with the set besides deciding it. */
export function Acts({ round }: { round: Round }) {
  const [asked, ask] = useState<Step | null>(null);
  const named = STEPS.filter(([action]) => round.allowedActions.includes(action));
  const close = () => ask(null);
  return (
    <>
      <div className="row">
        {round.allowedActions.includes("OpenClassification") ? <Prepare round={round} /> : null}
        {named.map(([, step]) => (
          <Button key={step} onPress={() => ask(step)}>
            {say(`round.${step}`)}
          </Button>
        ))}
      </div>
      {asked === "close" ? <Closing round={round} close={close} /> : null}
      {asked === "reopen" ? <Reopening round={round} close={close} /> : null}
      {asked === "share" ? <Share round={round} close={close} /> : null}
      {asked === "notify" ? <Notifying round={round} close={close} /> : null}
      {asked === "publish" ? <Publishing round={round} close={close} /> : null}
    </>
  );
}

interface About {
  round: Round;
  close: () => void;
}

/** New posts and results are taken over as long as the set is open. */
function Prepare({ round }: { round: Round }) {
  const { act, pending, refusal } = useTold(
    useDeed(OpenClassificationDocument, say("round.prepare")),
    say("round.prepared"),
  );
  return (
    <>
      <Refused refusal={refusal} />
      <Button isPending={pending} onPress={() => act({ unit: round.unit.id, year: round.year })}>
        {say("round.prepare")}
      </Button>
    </>
  );
}

function Closing({ round, close }: About) {
  const title = say("round.close");
  const deed = useTold(useDeed(CloseClassificationDocument, title), say("round.closed"));
  const variables = { round: round.id, version: round.version };
  return (
    <Asked {...{ title, deed, variables, close }} confirm={title} done={close}>
      <p>{say("round.closeWhy")}</p>
    </Asked>
  );
}

function Notifying({ round, close }: About) {
  const title = say("round.notify");
  const deed = useTold(useDeed(NotifyClassificationDocument, title), say("round.notified"));
  const variables = { round: round.id, version: round.version };
  return (
    <Asked {...{ title, deed, variables, close }} confirm={title} done={close}>
      <p>{say("round.notifyWhy", { count: round.cases.totalCount })}</p>
    </Asked>
  );
}

function Publishing({ round, close }: About) {
  const title = say("round.publish");
  const deed = useTold(useDeed(PublishClassificationDocument, title), say("round.published"));
  const variables = { round: round.id, version: round.version };
  return (
    <Asked {...{ title, deed, variables, close }} confirm={title} done={close}>
      <p>{say("round.publishWhy")}</p>
    </Asked>
  );
}

function Reopening({ round, close }: About) {
  const title = say("round.reopen");
  const deed = useTold(useDeed(ReopenClassificationDocument, title), say("round.reopened"));
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`quota.reopen.${round.id}`}
      variables={(reason) => ({ round: round.id, version: round.version, reason })}
    >
      <p>{say("round.reopenWhy")}</p>
    </ReasonAsked>
  );
}

interface LargerShare {
  percent: string;
  reason: string;
  paper: Paper;
}

/** Up to a quarter, on a decision that is kept (art. 20.5b). */
function Share({ round, close }: About) {
  const title = say("round.share");
  const [kept, keep, forget] = useDrafts<LargerShare>(`quota.share.${round.id}`);
  const typed = kept ?? { percent: "", reason: "", paper: noPaper };
  const deed = useTold(useDeed(DecideQuotaShareDocument, title), say("round.shared"));
  const percent = parseDecimal(typed.percent, language());
  const document = paperOf(typed.paper);
  const isWhole = percent !== null && document !== null && typed.reason.trim() !== "";
  const done = () => {
    forget();
    close();
  };
  return (
    <Asked
      {...{ title, deed, done, close }}
      confirm={title}
      variables={
        isWhole
          ? {
              round: round.id,
              version: round.version,
              share: shiftPoint(percent, -2),
              document,
              reason: typed.reason,
            }
          : null
      }
    >
      <p>{say("round.shareWhy")}</p>
      <TextField
        label={say("round.percent")}
        value={typed.percent}
        onChange={(value) => keep({ ...typed, percent: value })}
        autoFocus
      />
      <PaperFields paper={typed.paper} change={(paper) => keep({ ...typed, paper })} />
      <LongTextField
        label={say("deed.reason")}
        value={typed.reason}
        onChange={(reason) => keep({ ...typed, reason })}
      />
    </Asked>
  );
}

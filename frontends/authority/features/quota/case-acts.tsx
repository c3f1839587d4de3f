import {
  ConsiderSuspensionDocument,
  ExcuseYearFormDocument,
  RecordPartyCommentDocument,
  ReturnYearFormDocument,
  useDeed,
  WithdrawCaseDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import {
  Asked,
  noPaper,
  type Paper,
  PaperFields,
  paperOf,
  ReasonAsked,
} from "@congtam/shared/deeds";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Button, Check } from "@congtam/ui";
import { useState } from "react";
import type { Case } from "./case-answer";
import { type About, Proposing, Replacing } from "./case-levels";

type Step = "return" | "excuse" | "comment" | "propose" | "consider" | "withdraw" | "replace";

const STEPS: readonly (readonly [string, Step])[] = [
  ["ReturnYearForm", "return"],
  ["ExcuseYearForm", "excuse"],
  ["RecordPartyComment", "comment"],
  ["ProposeLevel", "propose"],
  ["ConsiderSuspension", "consider"],
  ["WithdrawCase", "withdraw"],
  ["ReplaceClassification", "replace"],
];

/** What the reader may do with the case now, as the graph names it. */
export function CaseActs({ found }: { found: Case }) {
  const [asked, ask] = useState<Step | null>(null);
  const close = () => ask(null);
  const named = STEPS.filter(([action]) => found.allowedActions.includes(action));
  if (named.length === 0) return null;
  return (
    <>
      <div className="row">
        {named.map(([, step]) => (
          <Button key={step} onPress={() => ask(step)}>
            {say(`caseAct.${step}`)}
          </Button>
        ))}
      </div>
      {asked === "return" ? <Returning found={found} close={close} /> : null}
      {asked === "excuse" ? <Excusing found={found} close={close} /> : null}
      {asked === "comment" ? <Comment found={found} close={close} /> : null}
      {asked === "propose" ? <Proposing found={found} close={close} /> : null}
      {asked === "consider" ? <Considering found={found} close={close} /> : null}
      {asked === "withdraw" ? <Withdrawing found={found} close={close} /> : null}
      {asked === "replace" ? <Replacing found={found} close={close} /> : null}
    </>
  );
}

function Returning({ found, close }: About) {
  const title = say("caseAct.return");
  const deed = useTold(useDeed(ReturnYearFormDocument, title), say("caseDone.return"));
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`case.return.${found.id}`}
      variables={(reason) => ({ case: found.id, version: found.version, reason })}
    />
  );
}

function Excusing({ found, close }: About) {
  const title = say("caseAct.excuse");
  const deed = useTold(useDeed(ExcuseYearFormDocument, title), say("caseDone.excuse"));
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`case.excuse.${found.id}`}
      variables={(reason) => ({ case: found.id, version: found.version, reason })}
    >
      <p>{say("caseWhy.excuse")}</p>
    </ReasonAsked>
  );
}

function Withdrawing({ found, close }: About) {
  const title = say("caseAct.withdraw");
  const deed = useTold(useDeed(WithdrawCaseDocument, title), say("caseDone.withdraw"));
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`case.withdraw.${found.id}`}
      variables={(reason) => ({ case: found.id, version: found.version, reason })}
    >
      <p>{say("caseWhy.withdraw")}</p>
    </ReasonAsked>
  );
}

/** Only where the comment is kept: nothing of the Party's is told here. */
function Comment({ found, close }: About) {
  const title = say("caseAct.comment");
  const [kept, keep, forget] = useDrafts<Paper>(`case.comment.${found.id}`);
  const deed = useTold(useDeed(RecordPartyCommentDocument, title), say("caseDone.comment"));
  const document = paperOf(kept ?? noPaper);
  const done = () => {
    forget();
    close();
  };
  return (
    <Asked
      {...{ title, deed, done, close }}
      confirm={title}
      variables={document && { case: found.id, version: found.version, document }}
    >
      <p>{say("caseWhy.comment")}</p>
      <PaperFields paper={kept ?? noPaper} change={keep} />
    </Asked>
  );
}

function Considering({ found, close }: About) {
  const title = say("caseAct.consider");
  const [counts, count] = useState(false);
  const deed = useTold(useDeed(ConsiderSuspensionDocument, title), say("caseDone.consider"));
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`case.consider.${found.id}`}
      variables={(reason) => ({ case: found.id, version: found.version, counts, reason })}
    >
      <p>{say("caseWhy.consider")}</p>
      <Check label={say("caseAct.counts")} checked={counts} change={() => count(!counts)} />
    </ReasonAsked>
  );
}

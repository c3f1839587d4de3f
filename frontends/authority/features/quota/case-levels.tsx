import {
  type Level,
  ProposeLevelDocument,
  ReplaceClassificationDocument,
  useDeed,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Asked, noPaper, type Paper, PaperFields, paperOf } from "@congtam/shared/deeds";
import { levelName } from "@congtam/shared/sheet";
import { go, useDrafts, useTold } from "@congtam/shared/shell";
import { Choice, LongTextField, Notice } from "@congtam/ui";
import type { Case } from "./case-answer";

export interface About {
  found: Case;
  close: () => void;
}

const LEVELS: readonly Level[] = ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"];

interface Said {
  level: Level | "";
  reason: string;
  paper: Paper;
}

const NOTHING: Said = { level: "", reason: "", paper: noPaper };

function LevelAndReason({ said, keep }: { said: Said; keep: (said: Said) => void }) {
  return (
    <>
      <Choice
        label={say("caseAct.level")}
        value={said.level}
        options={LEVELS.map((level) => ({ value: level, label: levelName(level) }))}
        choose={(level) => keep({ ...said, level })}
        none={say("caseAct.noLevel")}
      />
      <LongTextField
        label={say("deed.reason")}
        value={said.reason}
        onChange={(reason) => keep({ ...said, reason })}
      />
    </>
  );
}

/** The personnel body of the authority that classifies proposes a level. */
export function Proposing({ found, close }: About) {
  const title = say("caseAct.propose");
  const [kept, keep, forget] = useDrafts<Said>(`case.propose.${found.id}`);
  const said = kept ?? NOTHING;
  const deed = useTold(useDeed(ProposeLevelDocument, title), say("caseDone.propose"));
  const { level, reason } = said;
  const done = () => {
    forget();
    close();
  };
  return (
    <Asked
      {...{ title, deed, done, close }}
      confirm={title}
      variables={
        level === "" || reason.trim() === ""
          ? null
          : { case: found.id, version: found.version, level, reason }
      }
    >
      <p>{say("caseWhy.propose")}</p>
      <LevelAndReason said={said} keep={keep} />
    </Asked>
  );
}

/** The managing head alone; what stood stays readable, and what rested on it is flagged. */
export function Replacing({ found, close }: About) {
  const title = say("caseAct.replace");
  const [kept, keep, forget] = useDrafts<Said>(`case.replace.${found.id}`);
  const said = kept ?? NOTHING;
  const deed = useTold(useDeed(ReplaceClassificationDocument, title), say("caseDone.replace"));
  const { level, reason, paper } = said;
  const decision = paperOf(paper);
  const isWhole = level !== "" && reason.trim() !== "" && decision !== null;
  const variables = isWhole
    ? { case: found.id, version: found.version, level, reason, decision }
    : null;
  const done = (edition: { id: string }) => {
    forget();
    close();
    go(`/authority/classes/case/${edition.id}`, true);
  };
  return (
    <Asked {...{ title, deed, done, close, variables }} confirm={title}>
      <Notice tone="warn">
        <p>{say("caseWhy.replace", { who: found.person.fullName })}</p>
      </Notice>
      <LevelAndReason said={said} keep={keep} />
      <PaperFields paper={paper} change={(changed) => keep({ ...said, paper: changed })} />
    </Asked>
  );
}

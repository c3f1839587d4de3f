import {
  type Level,
  UpholdClassPetitionDocument,
  UpholdScorePetitionDocument,
  useDeed,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Asked, noPaper, type Paper, PaperFields, paperOf } from "@congtam/shared/deeds";
import { levelName } from "@congtam/shared/sheet";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Choice, DayField, LongTextField } from "@congtam/ui";
import type { Petition } from "./petition-answer";

export interface About {
  petition: Petition;
  close: () => void;
}

const LEVELS: readonly Level[] = ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"];
/** The end of a day in Viet Nam. */
const EVENING = "T17:00:00+07:00";

/** The responsible head scores a new round, bound by the instructions, until a day. */
export function UpholdScore({ petition, close }: About) {
  const title = say("filedAct.uphold");
  const [kept, keep, forget] = useDrafts<{ reason: string; instructions: string; day: string }>(
    `petition.uphold.${petition.id}`,
  );
  const typed = kept ?? { reason: "", instructions: "", day: "" };
  const deed = useTold(useDeed(UpholdScorePetitionDocument, title), say("filedDone.uphold"));
  const { reason, instructions, day } = typed;
  const isWhole = reason.trim() !== "" && instructions.trim() !== "" && day !== "";
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
              petition: petition.id,
              version: petition.version,
              reason,
              instructions,
              answerBy: `${day}${EVENING}`,
            }
          : null
      }
    >
      <p>{say("filedWhy.upholdScore", { unit: petition.scoringUnit.name })}</p>
      <LongTextField
        label={say("deed.reason")}
        value={reason}
        onChange={(value) => keep({ ...typed, reason: value })}
        autoFocus
      />
      <LongTextField
        label={say("filed.instructions")}
        help={say("filed.instructionsHelp")}
        value={instructions}
        onChange={(value) => keep({ ...typed, instructions: value })}
      />
      <DayField
        label={say("filed.answerBy")}
        value={day}
        onChange={(value) => keep({ ...typed, day: value })}
      />
    </Asked>
  );
}

/** A new edition of the class, inside the law and the quota, by a decision of its own. */
export function UpholdClass({ petition, close }: About) {
  const title = say("filedAct.uphold");
  const [kept, keep, forget] = useDrafts<{ level: Level | ""; reason: string; paper: Paper }>(
    `petition.uphold.${petition.id}`,
  );
  const typed = kept ?? { level: "", reason: "", paper: noPaper };
  const deed = useTold(useDeed(UpholdClassPetitionDocument, title), say("filedDone.uphold"));
  const { level, reason, paper } = typed;
  const decision = paperOf(paper);
  const isWhole = level !== "" && reason.trim() !== "" && decision !== null;
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
          ? { petition: petition.id, version: petition.version, level, reason, decision }
          : null
      }
    >
      <p>{say("filedWhy.upholdClass")}</p>
      <Choice
        label={say("filed.newLevel")}
        value={level}
        options={LEVELS.map((each) => ({ value: each, label: levelName(each) }))}
        choose={(chosen) => keep({ ...typed, level: chosen })}
        none={say("filed.noLevel")}
      />
      <LongTextField
        label={say("deed.reason")}
        value={reason}
        onChange={(value) => keep({ ...typed, reason: value })}
      />
      <PaperFields paper={paper} change={(changed) => keep({ ...typed, paper: changed })} />
    </Asked>
  );
}

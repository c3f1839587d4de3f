import { shiftDay } from "@congtam/format";
import {
  RejectPetitionAsHeadDocument,
  UpholdScorePetitionAsHeadDocument,
  useDeed,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { useDrafts, useToday, useTold } from "@congtam/shared/shell";
import { Button, Choice, DayField, Dialog, LongTextField, Refused } from "@congtam/ui";
import { useState } from "react";
import type { Petition } from "./petitions-answer";

const USUAL_DAYS = 5;

interface Draft {
  uphold: boolean;
  reason: string;
  instructions: string;
  /** The last day for the new score. */
  until: string;
}

/** Decide: the result stands, or the head who scored does it again, as instructed and in time. */
export function Deciding({ petition, close }: { petition: Petition; close: () => void }) {
  const today = useToday();
  const [kept, keep, forget] = useDrafts<Draft>(`decide.${petition.id}`);
  const [tried, setTried] = useState(false);
  const done = say("petitionDecide.done");
  const rejecting = useTold(
    useDeed(RejectPetitionAsHeadDocument, say("petitionDecide.reject")),
    done,
  );
  const upholding = useTold(
    useDeed(UpholdScorePetitionAsHeadDocument, say("petitionDecide.uphold")),
    done,
  );
  const fresh = { uphold: false, reason: "", instructions: "", until: shiftDay(today, USUAL_DAYS) };
  const draft = kept ?? fresh;
  const { uphold, reason, instructions, until } = draft;
  const change = (changes: Partial<Draft>) => keep({ ...draft, ...changes });
  const lacks = (text: string) => tried && text.trim() === "";
  const send = async () => {
    setTried(true);
    if (reason.trim() === "" || (uphold && (instructions.trim() === "" || until === ""))) return;
    const about = { petition: petition.id, version: petition.version, reason };
    const outcome = uphold
      ? await upholding.act({ ...about, instructions, answerBy: `${until}T23:59:00+07:00` })
      : await rejecting.act(about);
    if (outcome.did !== "done" && outcome.did !== "parked") return;
    forget();
    close();
  };
  return (
    <Dialog title={say("petitionDecide.title", { who: petition.person.fullName })} close={close}>
      <Refused message={(uphold ? upholding : rejecting).refusal?.message} />
      <Choice
        label={say("petitionDecide.decision")}
        value={uphold ? "uphold" : "reject"}
        options={[
          { value: "reject", label: say("petitionDecide.reject") },
          { value: "uphold", label: say("petitionDecide.uphold") },
        ]}
        choose={(chosen) => change({ uphold: chosen === "uphold" })}
      />
      <p className="quiet small">
        {say(uphold ? "petitionDecide.upholdWhy" : "petitionDecide.rejectWhy")}
      </p>
      <LongTextField
        label={say("ui.reason")}
        value={reason}
        onChange={(typed) => change({ reason: typed })}
        wrong={lacks(reason) ? say("ui.reasonMissing") : undefined}
      />
      {uphold ? (
        <>
          <LongTextField
            label={say("petitionDecide.instructions")}
            value={instructions}
            onChange={(typed) => change({ instructions: typed })}
            wrong={lacks(instructions) ? say("petitionDecide.noInstructions") : undefined}
          />
          <DayField
            label={say("petitionDecide.until")}
            value={until}
            earliest={today}
            onChange={(chosen) => change({ until: chosen })}
          />
        </>
      ) : null}
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={rejecting.pending || upholding.pending} onPress={send}>
          {say("petitionDecide.send")}
        </Button>
      </div>
    </Dialog>
  );
}

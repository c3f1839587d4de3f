import { GiveStatementDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Button, Dialog, LongTextField, Refused } from "@congtam/ui";
import { useState } from "react";
import type { Petition } from "./petitions-answer";

/** State how the score came about. */
export function Stating({ petition, close }: { petition: Petition; close: () => void }) {
  const [kept, keep, forget] = useDrafts<string>(`statement.${petition.id}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(GiveStatementDocument, say("statement.give")),
    say("statement.given"),
  );
  const text = kept ?? "";
  const send = async () => {
    setTried(true);
    if (text.trim() === "") return;
    const outcome = await act({ petition: petition.id, version: petition.version, text });
    if (outcome.did !== "done" && outcome.did !== "parked") return;
    forget();
    close();
  };
  return (
    <Dialog title={say("statement.title", { who: petition.person.fullName })} close={close}>
      <Refused message={refusal?.message} />
      <p className="quiet small">{say("statement.why")}</p>
      <LongTextField
        label={say("statement.text")}
        value={text}
        onChange={keep}
        wrong={tried && text.trim() === "" ? say("statement.missing") : undefined}
        autoFocus
      />
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={pending} onPress={send}>
          {say("statement.give")}
        </Button>
      </div>
    </Dialog>
  );
}

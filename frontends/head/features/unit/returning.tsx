import { ReturnDeliveryDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { useTold } from "@congtam/shared/shell";
import { Button, Check, Dialog, LongTextField, Notice } from "@congtam/ui";
import { useState } from "react";
import type { Delivery } from "./unit-answer";

/** Return deliveries with one reason; a content error counts as a failure of quality. */
export default function Returning({
  deliveries,
  close,
}: {
  deliveries: Delivery[];
  close: () => void;
}) {
  const [reason, setReason] = useState("");
  const [majorError, setMajorError] = useState(false);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(ReturnDeliveryDocument, say("deliveries.returning")),
    say("deliveries.returned"),
  );
  const send = async () => {
    setTried(true);
    if (reason.trim() === "") return;
    for (const { id, version } of deliveries) {
      const outcome = await act({ delivery: id, version, reason, majorError });
      if (outcome.did !== "done") return;
    }
    close();
  };
  return (
    <Dialog title={say("deliveries.return", { count: deliveries.length })} close={close}>
      {refusal ? (
        <Notice tone="bad">
          <p role="alert">{refusal.message}</p>
        </Notice>
      ) : null}
      <LongTextField
        label={say("deliveries.reason")}
        value={reason}
        onChange={setReason}
        wrong={tried && reason.trim() === "" ? say("ui.reasonMissing") : undefined}
        autoFocus
      />
      <Check
        label={say("deliveries.majorError")}
        checked={majorError}
        change={() => setMajorError(!majorError)}
      />
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={pending} onPress={send}>
          {say("deliveries.returning")}
        </Button>
      </div>
    </Dialog>
  );
}

import { parseDecimal, shiftPoint } from "@congtam/format";
import { MeasureProcessDocument, useDeed } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { useTold } from "@congtam/shared/shell";
import { Button, Dialog, LongTextField, Notice, TextField } from "@congtam/ui";
import { useState } from "react";
import type { Sheet } from "./draft";

type Line = Sheet["lines"][number];

/** Say what share of a process criterion was reached: work that nobody can hand in. */
export function Measure({ line, close }: { line: Line; close: () => void }) {
  const [percent, setPercent] = useState("100");
  const [reason, setReason] = useState(line.measures.at(-1)?.reason ?? "");
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(MeasureProcessDocument, line.product.name),
    say("measure.done"),
  );
  const exact = parseDecimal(percent, language());
  const send = async () => {
    setTried(true);
    if (exact === null || reason.trim() === "") return;
    const achieved = shiftPoint(exact, -2);
    const outcome = await act({ line: line.id, achieved, reason, version: line.version });
    if (outcome.did === "done" || outcome.did === "parked") close();
  };
  return (
    <Dialog title={say("measure.title")} close={close}>
      <p>{line.product.name}</p>
      {refusal ? (
        <Notice tone="bad">
          <p role="alert">{refusal.message}</p>
        </Notice>
      ) : null}
      <TextField
        label={say("measure.percent")}
        value={percent}
        onChange={setPercent}
        wrong={exact === null ? say("measure.wrong") : undefined}
        autoFocus
      />
      <LongTextField
        label={say("measure.reason")}
        value={reason}
        onChange={setReason}
        wrong={tried && reason.trim() === "" ? say("deliveries.reasonMissing") : undefined}
      />
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={pending} onPress={send}>
          {say("measure.send")}
        </Button>
      </div>
    </Dialog>
  );
}

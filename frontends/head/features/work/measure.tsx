import { parseDecimal, shiftPoint } from "@congtam/format";
import { MeasureWorkDocument, useDeed } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { useTold } from "@congtam/shared/shell";
import { LongTextField, Refused, TextField } from "@congtam/ui";
import { useState } from "react";
import { Ending } from "./faults";
import type { Line } from "./standing";

/** Say what share of a process criterion was reached. */
export function MeasureForm({ line, leave }: { line: Line; leave: () => void }) {
  const [percent, setPercent] = useState("100");
  const [reason, setReason] = useState(line.measures.at(-1)?.reason ?? "");
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(MeasureWorkDocument, line.product.name),
    say("measure.done"),
  );
  const exact = parseDecimal(percent, language());
  const send = async () => {
    setTried(true);
    if (exact === null || reason.trim() === "") return;
    const achieved = shiftPoint(exact, -2);
    const outcome = await act({ line: line.id, achieved, reason, version: line.version });
    if (outcome.did === "done" || outcome.did === "parked") leave();
  };
  return (
    <div className="stack">
      <Refused message={refusal?.message} />
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
        wrong={tried && reason.trim() === "" ? say("ui.reasonMissing") : undefined}
      />
      <Ending confirm={say("measure.send")} pending={pending} send={send} leave={leave} />
    </div>
  );
}

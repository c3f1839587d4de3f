import { say } from "@congtam/i18n";
import { useMeasure } from "@congtam/shared/measure";
import { LongTextField, Refused, TextField } from "@congtam/ui";
import { Ending } from "./faults";
import type { Line } from "./standing";

/** Say what share of a process criterion was reached. */
export function MeasureForm({ line, leave }: { line: Line; leave: () => void }) {
  const measure = useMeasure(line, say("measure.done"), leave);
  return (
    <div className="stack">
      <Refused message={measure.refusal?.message} />
      <TextField
        label={say("measure.percent")}
        value={measure.percent}
        onChange={measure.setPercent}
        wrong={measure.isWrongPercent ? say("measure.wrong") : undefined}
        autoFocus
      />
      <LongTextField
        label={say("measure.reason")}
        value={measure.reason}
        onChange={measure.setReason}
        wrong={measure.isReasonMissing ? say("ui.reasonMissing") : undefined}
      />
      <Ending
        confirm={say("measure.send")}
        pending={measure.pending}
        send={measure.send}
        leave={leave}
      />
    </div>
  );
}

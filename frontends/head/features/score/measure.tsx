import { say } from "@congtam/i18n";
import { useMeasure } from "@congtam/shared/measure";
import { Button, Dialog, LongTextField, Notice, TextField } from "@congtam/ui";
import type { Sheet } from "./draft";

type Line = Sheet["lines"][number];

/** Say what share of a process criterion was reached: work that nobody can hand in. */
export function Measure({ line, close }: { line: Line; close: () => void }) {
  const measure = useMeasure(line, say("measure.done"), close);
  return (
    <Dialog title={say("measure.title")} close={close}>
      <p>{line.product.name}</p>
      {measure.refusal ? (
        <Notice tone="bad">
          <p role="alert">{measure.refusal.message}</p>
        </Notice>
      ) : null}
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
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={measure.pending} onPress={measure.send}>
          {say("measure.send")}
        </Button>
      </div>
    </Dialog>
  );
}

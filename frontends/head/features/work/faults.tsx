import { ConfirmCauseDocument, type FaultKind, RecordFaultDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Button, Choice, LongTextField, Refused, TextField } from "@congtam/ui";
import { useState } from "react";
import type { Line } from "./standing";

const KINDS: FaultKind[] = ["QUALITY", "DELAY"];

/** Record a failure of quality or a missed deadline. */
export function FaultForm({ line, leave }: { line: Line; leave: () => void }) {
  const [kept, keep, forget] = useDrafts<{ kind: FaultKind; reason: string }>(`fault.${line.id}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(RecordFaultDocument, say("work.RecordFault")),
    say("fault.recorded"),
  );
  const { kind, reason } = kept ?? { kind: "QUALITY" as FaultKind, reason: "" };
  const send = async () => {
    setTried(true);
    if (reason.trim() === "") return;
    const outcome = await act({ line: line.id, kind, reason });
    if (outcome.did !== "done" && outcome.did !== "parked") return;
    forget();
    leave();
  };
  return (
    <div className="stack">
      <Refused message={refusal?.message} />
      <Choice
        label={say("fault.kind")}
        value={kind}
        options={KINDS.map((value) => ({ value, label: say(`fault.${value}`) }))}
        choose={(chosen) => keep({ kind: chosen, reason })}
      />
      <LongTextField
        label={say("fault.reason")}
        value={reason}
        onChange={(typed) => keep({ kind, reason: typed })}
        wrong={tried && reason.trim() === "" ? say("ui.reasonMissing") : undefined}
        autoFocus
      />
      <Ending confirm={say("fault.record")} pending={pending} send={send} leave={leave} />
    </div>
  );
}

/** Confirm that a fault had an objective cause, with the reason and the document that shows it. */
export function CauseForm({ fault, leave }: { fault: Line["faults"][number]; leave: () => void }) {
  const [kept, keep, forget] = useDrafts<{ cause: string; paper: string }>(`cause.${fault.id}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(ConfirmCauseDocument, say("cause.confirm")),
    say("cause.done"),
  );
  const { cause, paper } = kept ?? { cause: "", paper: "" };
  const send = async () => {
    setTried(true);
    if (cause.trim() === "") return;
    const told = paper.trim() === "" ? cause : say("cause.withPaper", { cause, paper });
    const outcome = await act({ fault: fault.id, cause: told.trim(), version: fault.version });
    if (outcome.did !== "done" && outcome.did !== "parked") return;
    forget();
    leave();
  };
  return (
    <div className="stack">
      <Refused message={refusal?.message} />
      <LongTextField
        label={say("cause.cause")}
        help={say("cause.help")}
        value={cause}
        onChange={(typed) => keep({ cause: typed, paper })}
        wrong={tried && cause.trim() === "" ? say("ui.reasonMissing") : undefined}
        autoFocus
      />
      <TextField
        label={say("cause.paper")}
        value={paper}
        onChange={(typed) => keep({ cause, paper: typed })}
      />
      <Ending confirm={say("cause.confirm")} pending={pending} send={send} leave={leave} />
    </div>
  );
}

/** The two ways out of a form inside the dialog. */
export function Ending({
  confirm,
  pending,
  send,
  leave,
}: {
  confirm: string;
  pending: boolean;
  send: () => void;
  leave: () => void;
}) {
  return (
    <div className="dialog-actions">
      <Button onPress={leave}>{say("ui.cancel")}</Button>
      <Button kind="main" isPending={pending} onPress={send}>
        {confirm}
      </Button>
    </div>
  );
}

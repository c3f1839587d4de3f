import { say } from "@congtam/i18n";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Notice } from "./card";
import { Dialog } from "./dialog";
import { LongTextField } from "./fields";

/** A deed that is done with a reason: it says what will happen, and stays open where it is refused. */
export function ReasonDialog({
  title,
  label,
  confirm,
  pending,
  refused,
  act,
  close,
  children,
}: {
  title: string;
  label?: string;
  confirm: string;
  pending: boolean;
  /** Why the last try was refused. */
  refused: string | undefined;
  act: (reason: string) => void;
  close: () => void;
  /** What happens, and what else is to be said. */
  children?: ReactNode;
}) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (reason.trim() !== "") act(reason.trim());
  };
  return (
    <Dialog title={title} close={close}>
      <Refused message={refused} />
      {children}
      <LongTextField
        label={label ?? say("ui.reason")}
        value={reason}
        onChange={setReason}
        wrong={tried && reason.trim() === "" ? say("ui.reasonMissing") : undefined}
        autoFocus
      />
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={pending} onPress={send}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}

/** Why something was refused, where it was tried. */
export function Refused({ message }: { message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <Notice tone="bad">
      <p role="alert">{message}</p>
    </Notice>
  );
}

import { say } from "@congtam/i18n";
import { type ReactNode, Suspense } from "react";
import { Button } from "./button";
import { lazily } from "./later";

// There before anybody presses what opens it: nothing typed is lost.
const Window = lazily(() => import("./dialog-window"));

/** A dialog that is open while it is rendered; Escape and a press beside it close it, if it may be. */
export function Dialog(props: {
  title: string;
  /** Null where the dialog stays until one of its own buttons is pressed. */
  close: (() => void) | null;
  children: ReactNode;
}) {
  return (
    <Suspense fallback={null}>
      <Window {...props} />
    </Suspense>
  );
}

/** A plain question before what cannot be undone. */
export function Confirm({
  title,
  confirm,
  pending = false,
  act,
  close,
  children,
}: {
  title: string;
  confirm: string;
  pending?: boolean;
  act: () => void;
  close: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog title={title} close={close}>
      {children}
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={pending} onPress={act}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}

import { say } from "@congtam/i18n";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button";

/** A dialog that is open while it is rendered; Escape and a press beside it close it, if it may be. */
export function Dialog({
  title,
  close,
  children,
}: {
  title: string;
  /** Null where the dialog stays until one of its own buttons is pressed. */
  close: (() => void) | null;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable={close !== null}
      isKeyboardDismissDisabled={close === null}
      onOpenChange={(open) => {
        if (!open) close?.();
      }}
    >
      <Modal className="sheet-of-dialog">
        <AriaDialog className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
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

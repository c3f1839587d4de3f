import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

/** Loaded with the first dialog that is opened. */
export default function Window({
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

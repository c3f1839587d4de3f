import { useDeed } from "@congtam/graph";
import { useTold } from "@congtam/shared/shell";
import { ReasonDialog } from "@congtam/ui";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { ReactNode } from "react";

/** A deed that is done with a reason, and told when it is done. */
export function Asking<Variables extends { reason: string }>({
  document,
  variables,
  title,
  confirm,
  done,
  close,
  children,
}: {
  document: TypedDocumentNode<object, Variables>;
  variables: Omit<Variables, "key" | "reason">;
  title: string;
  confirm: string;
  done: string;
  close: () => void;
  children?: ReactNode;
}) {
  const { act, pending, refusal } = useTold(useDeed(document, title), done);
  const send = async (reason: string) => {
    const outcome = await act({ ...variables, reason } as unknown as Omit<Variables, "key">);
    if (outcome.did === "done" || outcome.did === "parked") close();
  };
  return (
    <ReasonDialog
      title={title}
      confirm={confirm}
      pending={pending}
      refused={refusal?.message}
      act={send}
      close={close}
    >
      {children}
    </ReasonDialog>
  );
}

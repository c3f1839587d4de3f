import { type Payload, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Button, Dialog } from "@congtam/ui";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { type ReactNode, useState } from "react";
import { Refused } from "./refused";

type Sent = Record<string, unknown>;

/** A deed with its form in a dialog: what is typed is kept until it is done, a refusal stands beside it. */
export function Ask<Data extends object, Variables extends Sent, Draft extends object>({
  deed,
  name,
  title,
  confirm,
  done,
  empty,
  secret = false,
  variables,
  after,
  close,
  children,
}: {
  deed: TypedDocumentNode<Data, Variables>;
  /** Under which name the draft is kept: the deed and the row that it is about. */
  name: string;
  title: string;
  confirm: string;
  /** What is said when it is done. */
  done: string;
  empty: Draft;
  /** What is sent must not be written down on this machine. */
  secret?: boolean;
  /** What is sent; null while something that must be told is missing. */
  variables: (draft: Draft) => Omit<Variables, "key"> | null;
  after?: (value: Payload<Data>) => void;
  close: () => void;
  children: (draft: Draft, change: (part: Partial<Draft>) => void) => ReactNode;
}) {
  const [kept, keep, forget] = useDrafts<Draft>(name);
  const [missing, setMissing] = useState(false);
  const { act, pending, refusal } = useTold(useDeed(deed, title, secret), done);
  const draft = { ...empty, ...kept };
  const send = async () => {
    const told = variables(draft);
    setMissing(told === null);
    if (told === null) return;
    const outcome = await act(told);
    if (outcome.did !== "done") return;
    forget();
    close();
    after?.(outcome.value);
  };
  return (
    <Dialog title={title} close={close}>
      <Refused refusal={refusal} />
      {children(draft, (part) => keep({ ...draft, ...part }))}
      {missing ? (
        <p role="alert" className="missing">
          {say("party.missing")}
        </p>
      ) : null}
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={pending} onPress={send}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}

import type { Outcome, Refusal } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Button, Dialog, Notice } from "@congtam/ui";
import { type ReactNode, useState } from "react";

/** What `useTold` gives. */
export interface Told<Variables, Value> {
  act: (variables: Omit<Variables, "key">) => Promise<Outcome<Value>>;
  pending: boolean;
  refusal: Refusal | null;
}

/** A dialog in which a deed is filled in and sent; a refused one stays open with the message. */
export function Asked<Variables, Value>({
  title,
  confirm,
  deed,
  variables,
  done,
  close,
  children,
}: {
  title: string;
  confirm: string;
  deed: Told<Variables, Value>;
  /** Null while something is missing. */
  variables: Omit<Variables, "key"> | null;
  done: (value: Value) => void;
  close: () => void;
  children?: ReactNode;
}) {
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (variables === null) return;
    const outcome = await deed.act(variables);
    if (outcome.did === "done") done(outcome.value);
  };
  return (
    <Dialog title={title} close={close}>
      {children}
      <Refused refusal={deed.refusal} />
      {tried && variables === null ? (
        <Notice tone="warn">
          <p role="alert">{say("deed.incomplete")}</p>
        </Notice>
      ) : null}
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={deed.pending} onPress={send}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}

/** Why the last try was refused, in the words of the graph. */
export function Refused({ refusal }: { refusal: Refusal | null }) {
  if (refusal === null) return null;
  return (
    <Notice tone="bad">
      <p role="alert">{refusal.message}</p>
    </Notice>
  );
}

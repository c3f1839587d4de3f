import type { Outcome, Refusal } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { tell } from "@congtam/ui";
import { useState } from "react";

interface Told<Variables, Value> {
  act: (variables: Omit<Variables, "key">) => Promise<Outcome<Value>>;
  pending: boolean;
  /** Why the last try was refused; shown where it was tried. */
  refusal: Refusal | null;
}

/** A deed with its fate told: done with `done` (null where the screen shows it), refused beside the
 * form, failed or done out of sight as a notice. */
export function useTold<Variables, Value>(
  deed: (variables: Omit<Variables, "key">) => Promise<Outcome<Value>>,
  done: string | null,
): Told<Variables, Value> {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const act = async (variables: Omit<Variables, "key">) => {
    setPending(true);
    const outcome = await deed(variables);
    setPending(false);
    setRefusal(outcome.did === "refused" ? outcome.refusal : null);
    if (outcome.did === "done" && done !== null) tell(done);
    if (outcome.did === "hidden") tell(say("shell.doneHidden"));
    if (outcome.did === "failed") tell(say("shell.notSent", { code: outcome.code }), "bad");
    return outcome;
  };
  return { act, pending, refusal };
}

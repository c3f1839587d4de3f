import { say } from "@congtam/i18n";
import { LongTextField } from "@congtam/ui";
import type { ReactNode } from "react";
import { useDrafts } from "../shell/drafts";
import { Asked, type Told } from "./asked";

/** A deed that needs nothing but words: why, or what is said. */
export function ReasonAsked<Variables, Value>({
  title,
  confirm,
  kept,
  label = say("deed.reason"),
  help,
  deed,
  variables,
  close,
  children,
}: {
  title: string;
  confirm: string;
  /** The name by which what is typed is kept. */
  kept: string;
  label?: string;
  help?: string;
  deed: Told<Variables, Value>;
  /** Null while something else is missing. */
  variables: (words: string) => Omit<Variables, "key"> | null;
  close: () => void;
  children?: ReactNode;
}) {
  const [words, keep, forget] = useDrafts<string>(kept);
  const said = words ?? "";
  const done = () => {
    forget();
    close();
  };
  return (
    <Asked
      title={title}
      confirm={confirm}
      deed={deed}
      variables={said.trim() === "" ? null : variables(said)}
      done={done}
      close={close}
    >
      {children}
      <LongTextField label={label} help={help} value={said} onChange={keep} autoFocus />
    </Asked>
  );
}

import { say } from "@congtam/i18n";
import { Button } from "@congtam/ui";
import { type ReactNode, useState } from "react";

/** A button for a deed that the graph names: it opens the form of the deed. */
export function DeedButton({
  named,
  action,
  label,
  more,
  kind = "plain",
  children,
}: {
  /** What the graph says may be done. */
  named: readonly string[];
  action: string;
  label: string;
  /** What tells it from others with the same words, for those who do not see the row. */
  more?: string;
  kind?: "main" | "plain";
  /** The form, while it is open. */
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  if (!named.includes(action)) return null;
  const unseen =
    more === undefined ? null : <span className="unseen">{say("party.of", { more })}</span>;
  return (
    <>
      <Button size={kind === "main" ? "normal" : "small"} kind={kind} onPress={() => setOpen(true)}>
        {label}
        {unseen}
      </Button>
      {open ? children(() => setOpen(false)) : null}
    </>
  );
}

import { type ReactNode, useState } from "react";

/** Told in one line until it is opened; what it holds is made only then. */
export function Fold({
  title,
  isOpen = false,
  children,
}: {
  title: ReactNode;
  /** Whether it is open at first. */
  isOpen?: boolean;
  children: ReactNode;
}) {
  const [open, turn] = useState(isOpen);
  return (
    <details className="fold" open={open} onToggle={(event) => turn(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open ? <div className="stack">{children}</div> : null}
    </details>
  );
}

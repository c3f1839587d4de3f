import type { ReactNode } from "react";

export type Tone = "plain" | "good" | "warn" | "bad" | "info";

/** A word about where something stands. */
export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}

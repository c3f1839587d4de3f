import type { Refusal } from "@congtam/graph";
import { Notice } from "@congtam/ui";

/** Why something was refused, where it was tried. */
export function Refused({ refusal }: { refusal: Refusal | null }) {
  if (refusal === null) return null;
  return (
    <Notice tone="bad">
      <p role="alert">{refusal.message}</p>
    </Notice>
  );
}

import type { Finding } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Badge, type Tone } from "@congtam/ui";

const TONES: Record<Finding, Tone> = {
  EXPLAINED: "good",
  TO_BE_EXAMINED: "warn",
  CONFIRMED: "bad",
};

/** What an inspector found when he looked, or that nobody has looked yet. */
export function Found({ finding }: { finding: Finding | null }) {
  if (finding === null) return <Badge tone="warn">{say("signals.isNew")}</Badge>;
  return <Badge tone={TONES[finding]}>{say(`finding.${finding}`)}</Badge>;
}

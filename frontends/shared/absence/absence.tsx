import { day } from "@congtam/format";
import type { AbsenceKind } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Badge } from "@congtam/ui";

interface Away {
  days: number;
  absentDays: number;
  absences: { id: string; kind: AbsenceKind; since: string; until?: string | null }[];
}

/** When somebody is away in the period, and on how many of its days; nothing where he is there. */
export function Absences({ away }: { away: Away | undefined }) {
  if (away === undefined || away.absences.length === 0) return null;
  return (
    <div className="stack-tight">
      <span>
        <Badge tone="warn">
          {say("absence.days", { absent: away.absentDays, days: away.days })}
        </Badge>
      </span>
      {away.absences.map(({ id, kind, since, until }) => (
        <span key={id} className="quiet small">
          {say("absence.span", {
            kind: say(`absence.${kind}`),
            since: day(since),
            until: until ? day(until) : "…",
          })}
        </span>
      ))}
    </div>
  );
}

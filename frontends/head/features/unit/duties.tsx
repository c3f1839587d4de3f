import { day, instant } from "@congtam/format";
import { say } from "@congtam/i18n";
import { Badge, Card } from "@congtam/ui";
import type { Unit } from "./unit-answer";

type Duty = Unit["myDuties"]["nodes"][number];

/** What I owe in this unit, since when and until when, and what it costs me to be late. */
export function Duties({ duties }: { duties: Duty[] }) {
  if (duties.length === 0) return null;
  const kinds = [...new Set(duties.map((duty) => duty.kind))];
  return (
    <Card title={say("duties.title")}>
      <ul className="plain">
        {kinds.map((kind) => (
          <Owed key={kind} alike={duties.filter((duty) => duty.kind === kind)} />
        ))}
      </ul>
      <p className="quiet small">{say("duties.cost")}</p>
    </Card>
  );
}

/** Duties of one kind together; the one that is due first speaks for them. */
function Owed({ alike }: { alike: Duty[] }) {
  const [first] = alike.filter(({ dueOn }) => alike.every((each) => dueOn <= each.dueOn));
  if (!first) return null;
  const late = alike.filter((duty) => duty.state === "OVERDUE").length;
  return (
    <li className="told">
      <div className="stack-tight">
        <span>
          {first.name}
          {alike.length > 1 ? ` (${alike.length})` : null}
        </span>
        <span className="quiet small">
          {say("duties.since", { when: instant(first.openedAt) })}
        </span>
      </div>
      <Badge tone={late > 0 ? "bad" : "plain"}>
        {say(late > 0 ? "duties.overdue" : "duties.due", { day: day(first.dueOn) })}
      </Badge>
    </li>
  );
}

import { say } from "@congtam/i18n";
import { levelName, Steps } from "@congtam/shared/sheet";
import type { Case } from "./classes-answer";

/** How a class came about: each step with the text it rests on, and the levels on the way. */
export function Came({ found }: { found: Case }) {
  const { computedLevel, lawfulLevel, quotaReason, steps, cites } = found;
  if (steps.length === 0 && computedLevel === null) return null;
  return (
    <div className="stack">
      <h3>{say("classes.how")}</h3>
      <ul>
        {computedLevel === null ? null : (
          <li>{say("classes.byPoints", { level: levelName(computedLevel) })}</li>
        )}
        {lawfulLevel === null ? null : (
          <li>{say("classes.lawful", { level: levelName(lawfulLevel) })}</li>
        )}
        {quotaReason === null ? null : <li>{say("classes.quota", { reason: quotaReason })}</li>}
      </ul>
      {steps.length === 0 ? null : <Steps steps={steps} />}
      {cites.length === 0 ? null : (
        <div className="stack-tight">
          <h4>{say("explained.cites")}</h4>
          <ul>
            {cites.map((cite) => (
              <li key={cite}>{cite}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

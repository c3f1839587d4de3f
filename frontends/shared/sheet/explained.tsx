import { decimal, instant } from "@congtam/format";
import type { ExplanationPartsFragment } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { isLevel, levelName } from "./words";

/** Every step to the number and the article it rests on, exactly as the API tells them. */
export function Explained({ explanation }: { explanation: ExplanationPartsFragment }) {
  const { scoredBy, onBehalfOf } = explanation;
  return (
    <div className="stack">
      <p>
        {say("explained.by", { who: scoredBy.fullName, when: instant(explanation.scoredAt) })}
        {onBehalfOf ? ` ${say("explained.onBehalf", { who: onBehalfOf.fullName })}` : null}
      </p>
      <Steps of={explanation} />
      <div className="stack-tight">
        <h3>{say("explained.cites")}</h3>
        <ul>
          {explanation.cites.map((cite) => (
            <li key={cite}>{cite}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface Stepped {
  steps: { text: string; value: string; cite: string }[];
}

/** The steps of a computation, each with the text it rests on. */
export function Steps({ of }: { of: Stepped }) {
  return (
    <ol className="steps">
      {of.steps.map((step, place) => (
        // The steps are one finished list: their place is what they are known by.
        <li key={place}>
          <div className="row spread">
            <span className="step-text">{step.text}</span>
            <strong className="number">{shown(step.value)}</strong>
          </div>
          <span className="quiet small">{step.cite}</span>
        </li>
      ))}
    </ol>
  );
}

/** A number as people here write it; a level by its name. */
function shown(value: string): string {
  return isLevel(value) ? levelName(value) : decimal(value, language());
}

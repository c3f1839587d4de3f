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
      <Steps steps={explanation.steps} />
      <Cites cites={explanation.cites} />
    </div>
  );
}

/** The way to a number or a level, step by step. */
export function Steps({ steps }: { steps: { text: string; value: string; cite: string }[] }) {
  return (
    <ol className="steps">
      {steps.map((step, place) => (
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

/** The texts that something rests on. */
export function Cites({ cites }: { cites: string[] }) {
  return (
    <div className="stack-tight">
      <h3>{say("explained.cites")}</h3>
      <ul>
        {cites.map((cite) => (
          <li key={cite}>{cite}</li>
        ))}
      </ul>
    </div>
  );
}

/** A number as people here write it; a level by its name; another code says what its text says. */
function shown(value: string): string {
  if (isLevel(value)) return levelName(value);
  return /^[A-Z_]+$/.test(value) ? "" : decimal(value, language());
}

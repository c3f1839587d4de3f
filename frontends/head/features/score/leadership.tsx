import { decimal } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { TextField } from "@congtam/ui";
import { type Draft, FULL, HALF } from "./draft";

/** đ and e of a leader, each chosen with a reason; d only where the server asks for it. */
export function Leadership({
  draft,
  change,
  asksUnitResult,
}: {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  asksUnitResult: boolean;
}) {
  return (
    <div className="stack">
      {asksUnitResult ? (
        <Choice
          title={say("result.d")}
          name="unitResult"
          value={draft.unitResult}
          reason={draft.unitResultReason}
          choose={(unitResult) => change({ unitResult })}
          explain={(unitResultReason) => change({ unitResultReason })}
        />
      ) : null}
      <Choice
        title={say("result.dd")}
        name="organising"
        value={draft.organising}
        reason={draft.organisingReason}
        choose={(organising) => change({ organising })}
        explain={(organisingReason) => change({ organisingReason })}
      />
      <Choice
        title={say("result.e")}
        name="unity"
        value={draft.unity}
        reason={draft.unityReason}
        choose={(unity) => change({ unity })}
        explain={(unityReason) => change({ unityReason })}
      />
    </div>
  );
}

function Choice({
  title,
  name,
  value,
  reason,
  choose,
  explain,
}: {
  title: string;
  name: string;
  value: string;
  reason: string;
  choose: (value: string) => void;
  explain: (reason: string) => void;
}) {
  return (
    <fieldset className="plain stack-tight">
      <legend className="row">
        <strong>{title}</strong>
        {[FULL, HALF].map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name={name}
              checked={value === each}
              onChange={() => choose(each)}
            />
            {decimal(each, language())}
          </label>
        ))}
      </legend>
      <TextField label={say("score.reason", { what: title })} value={reason} onChange={explain} />
    </fieldset>
  );
}

import type { PartyCategory } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Check, MarkField, TextField } from "@congtam/ui";
import type { ReactNode } from "react";
import { AXES, CHECKS, type Draft, GROUNDS, PARTS, type Part, SHARES } from "./draft";
import type { Review } from "./speaking-answer";

interface Fields {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  review: Review;
}

const GENERAL = "30";
const RESULTS = "70";
const WHOLE = "100";

/** What the regulation asks about whom; the rest stays as it is for somebody of whom nothing is said. */
const ASKED: Record<PartyCategory, readonly string[]> = {
  LEADER: ["plan", "targetsMissed", "units"],
  MEMBER: ["notCompleted"],
  OUTSIDE: ["notCompleted"],
  COLLECTIVE: ["plan", "targetsMissed", "unitDisciplined"],
};
const OF_ALL = ["completed", "late", "exceeded", "quality", "repaired"];

/** Points and conditions, in the terms of the scheme. */
export function FindingsFields({ draft, change, review }: Fields) {
  const asked = new Set([...OF_ALL, ...ASKED[review.category]]);
  if (review.quarter !== null) asked.add("objective");
  return (
    <>
      <fieldset className="plain">
        <legend className="label">{say("partyFindings.points")}</legend>
        <Mark
          label={say("partyFindings.general")}
          value={draft.general}
          most={GENERAL}
          set={(general) => change({ general })}
        />
        <Results draft={draft} change={change} review={review} />
      </fieldset>
      <fieldset className="plain">
        <legend className="label">{say("partyFindings.shares")}</legend>
        {SHARES.filter((name) => asked.has(name)).map((name) => (
          <Mark
            key={name}
            label={say(`partyFindings.${name}`)}
            value={draft.shares[name]}
            most={WHOLE}
            set={(value) => change({ shares: { ...draft.shares, [name]: value } })}
          />
        ))}
        {asked.has("units") ? <Units draft={draft} change={change} /> : null}
      </fieldset>
      <fieldset className="plain stack-tight">
        <legend className="label">{say("partyFindings.conditions")}</legend>
        {CHECKS.filter((name) => asked.has(name)).map((name) => (
          <Check
            key={name}
            label={say(`partyFindings.check.${name}`)}
            checked={draft.checks[name]}
            change={() => change({ checks: { ...draft.checks, [name]: !draft.checks[name] } })}
          />
        ))}
      </fieldset>
      <Grounds draft={draft} change={change} />
    </>
  );
}

function Mark({
  label,
  value,
  most,
  set,
}: {
  label: string;
  value: string;
  most: string;
  set: (value: string) => void;
}): ReactNode {
  return (
    <div className="criterion">
      <span className="criterion-name">{label}</span>
      <span className="criterion-mark">
        <MarkField label={label} value={value} most={most} onChange={set} />
        <span className="quiet small">{say("partyFindings.most", { most })}</span>
      </span>
    </div>
  );
}

function Results({ draft, change, review }: Fields) {
  if (review.resultsBy === "POINTS") {
    return (
      <Mark
        label={say("partyFindings.results")}
        value={draft.results}
        most={RESULTS}
        set={(results) => change({ results })}
      />
    );
  }
  if (review.resultsBy === "FOUR_PARTS") {
    return (
      <FourParts
        name={say("partyFindings.results")}
        parts={draft.parts}
        set={(part, value) => change({ parts: { ...draft.parts, [part]: value } })}
      />
    );
  }
  return AXES.map((axis) => {
    const parts = draft.axes[axis] ?? draft.parts;
    return (
      <FourParts
        key={axis}
        name={say(`partyFindings.axis.${axis}`)}
        parts={parts}
        set={(part, value) =>
          change({ axes: { ...draft.axes, [axis]: { ...parts, [part]: value } } })
        }
      />
    );
  });
}

function FourParts({
  name,
  parts,
  set,
}: {
  name: string;
  parts: Record<Part, string>;
  set: (part: Part, value: string) => void;
}) {
  return (
    <fieldset className="plain">
      <legend className="small">{name}</legend>
      {PARTS.map((part) => (
        <Mark
          key={part}
          label={say(`partyFindings.part.${part}`)}
          value={parts[part]}
          most={WHOLE}
          set={(value) => set(part, value)}
        />
      ))}
    </fieldset>
  );
}

function Units({ draft, change }: Omit<Fields, "review">) {
  return (
    <div className="columns">
      <TextField
        label={say("partyFindings.units")}
        value={draft.units}
        onChange={(units) => change({ units })}
      />
      <TextField
        label={say("partyFindings.failedUnits")}
        value={draft.failedUnits}
        onChange={(failedUnits) => change({ failedUnits })}
      />
    </div>
  );
}

/** What competent bodies concluded, besides what the register has: each alone is the lowest class. */
function Grounds({ draft, change }: Omit<Fields, "review">) {
  const turn = (ground: (typeof GROUNDS)[number]) => {
    const kept = draft.grounds.filter((each) => each !== ground);
    change({ grounds: kept.length === draft.grounds.length ? [...kept, ground] : kept });
  };
  return (
    <details>
      <summary>{say("partyFindings.grounds", { count: draft.grounds.length })}</summary>
      <div className="stack-tight">
        <p className="quiet small">{say("partyFindings.groundsWhy")}</p>
        {GROUNDS.map((ground) => (
          <Check
            key={ground}
            label={say(`partyFindings.ground.${ground}`)}
            checked={draft.grounds.includes(ground)}
            change={() => turn(ground)}
          />
        ))}
      </div>
    </details>
  );
}

import { say } from "@congtam/i18n";
import { monthsIn, type Quarters } from "@congtam/shared/period";
import { Check, Choice, DayField, LongTextField, TextField } from "@congtam/ui";
import { type Draft, exactOf, type Lacking, type Part, spreadOver } from "./draft";

/** Over how many periods work may be spread, by how many months one has. */
const MOST: Readonly<Record<number, readonly string[]>> = {
  1: ["1", "2", "3", "4", "5", "6", "9", "12"],
  3: ["1", "2", "3", "4"],
};

/** How much, until when, and whether over several months or quarters. */
export function Particulars({
  draft,
  quarters,
  change,
  missing,
}: {
  draft: Draft;
  quarters: Quarters | undefined;
  change: (changes: Partial<Draft>) => void;
  missing: Lacking[];
}) {
  const spread = draft.parts.length > 0;
  const months = monthsIn(draft.dueOn || (draft.parts[0]?.dueOn ?? ""), quarters);
  const wrongQuantity = draft.quantity !== "" && exactOf(draft.quantity) === null;
  return (
    <div className="stack">
      <div className="columns narrow">
        <TextField
          label={say("assign.quantity")}
          value={draft.quantity}
          onChange={(quantity) => change({ quantity })}
          wrong={
            wrongQuantity || missing.includes("quantity") ? say("assign.quantityWrong") : undefined
          }
        />
        {spread ? null : (
          <DayField
            label={say("assign.due")}
            value={draft.dueOn}
            onChange={(dueOn) => change({ dueOn })}
            wrong={missing.includes("dueOn") ? say("assign.noDay") : undefined}
          />
        )}
        <Choice
          label={say("assign.months")}
          value={String(Math.max(draft.parts.length, 1))}
          options={(MOST[months] ?? []).map((value) => ({
            value,
            label: say("assign.overMonths", { value, months }),
          }))}
          choose={(count) => change({ parts: spreadOver(Number(count), draft.dueOn, quarters) })}
        />
      </div>
      {spread ? (
        <Parts
          parts={draft.parts}
          months={months}
          change={(parts) => change({ parts })}
          wrong={missing.includes("parts")}
        />
      ) : null}
      <Check
        label={say("assign.urgent")}
        checked={draft.urgent}
        change={() => change({ urgent: !draft.urgent })}
      />
      <TextField
        label={say("assign.named")}
        help={say("assign.namedHelp")}
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      <LongTextField
        label={say("assign.note")}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
    </div>
  );
}

/** Long work in parts: each counts in the period of its own day. */
function Parts({
  parts,
  months,
  change,
  wrong,
}: {
  parts: Part[];
  months: number;
  change: (parts: Part[]) => void;
  wrong: boolean;
}) {
  const set = (number: number, changes: Partial<Part>) =>
    change(parts.map((part, at) => (at + 1 === number ? { ...part, ...changes } : part)));
  return (
    <fieldset className="plain stack">
      <legend>{say("assign.parts", { months })}</legend>
      {wrong ? (
        <p className="missing" role="alert">
          {say("assign.partsWrong")}
        </p>
      ) : null}
      {numbered(parts).map(({ number, ...part }) => (
        <div key={number} className="columns narrow">
          <TextField
            label={say("assign.share", { number })}
            value={part.share}
            onChange={(share) => set(number, { share })}
          />
          <DayField
            label={say("assign.partDue", { number })}
            value={part.dueOn}
            onChange={(dueOn) => set(number, { dueOn })}
          />
          <TextField
            label={say("assign.milestone", { number })}
            value={part.milestone}
            onChange={(milestone) => set(number, { milestone })}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** Parts are known by their number: nothing is ever put between two of them. */
function numbered(parts: Part[]): (Part & { number: number })[] {
  return parts.map((part, place) => ({ ...part, number: place + 1 }));
}

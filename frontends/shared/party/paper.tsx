import { say } from "@congtam/i18n";
import { DayField, TextField } from "@congtam/ui";
import type { Paper } from "./paper-of";

/** The number, the day and, where it has one, the address of a document. */
export function PaperFields({
  label,
  paper,
  change,
}: {
  /** What document: "Quyết định", "Biên bản". */
  label: string;
  paper: Paper;
  change: (paper: Paper) => void;
}) {
  return (
    <fieldset className="plain stack">
      <legend className="label">{label}</legend>
      <div className="columns">
        <TextField
          label={say("party.paper.number")}
          value={paper.number}
          onChange={(number) => change({ ...paper, number })}
          maxLength={100}
          isRequired
        />
        <DayField
          label={say("party.paper.day")}
          value={paper.day}
          onChange={(day) => change({ ...paper, day })}
          isRequired
        />
      </div>
      <TextField
        label={say("party.paper.url")}
        value={paper.url}
        onChange={(url) => change({ ...paper, url })}
        placeholder="https://"
      />
    </fieldset>
  );
}

import { say } from "@congtam/i18n";
import { DayField, TextField } from "@congtam/ui";

/** A paper kept where the agency keeps its papers: its number, its day, a link to it. */
export interface Paper {
  number: string;
  day: string;
  url: string;
}

export const noPaper: Paper = { number: "", day: "", url: "" };

/** As the graph takes it; null while number or day is missing. */
export function paperOf(paper: Paper): { number: string; day: string; url: string | null } | null {
  const { number, day, url } = paper;
  return number.trim() === "" || day === "" ? null : { number, day, url: url.trim() || null };
}

export function PaperFields({
  paper,
  change,
  isLinked = true,
}: {
  paper: Paper;
  change: (paper: Paper) => void;
  /** Whether the deed takes a link to the paper. */
  isLinked?: boolean;
}) {
  return (
    <div className="columns">
      <TextField
        label={say("document.number")}
        value={paper.number}
        onChange={(number) => change({ ...paper, number })}
      />
      <DayField
        label={say("document.day")}
        value={paper.day}
        onChange={(day) => change({ ...paper, day })}
      />
      {isLinked ? (
        <TextField
          label={say("document.url")}
          value={paper.url}
          onChange={(url) => change({ ...paper, url })}
        />
      ) : null}
    </div>
  );
}

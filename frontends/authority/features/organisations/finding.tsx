import { say } from "@congtam/i18n";
import { noPaper, PaperFields, paperOf } from "@congtam/shared/deeds";
import { Check, LongTextField, TextField } from "@congtam/ui";

/** Wrongdoing that a competent body concluded, as it is typed. */
export interface Found {
  is: boolean;
  about: string;
  body: string;
  paper: typeof noPaper;
}

export const NO_FINDING: Found = { is: false, about: "", body: "", paper: noPaper };

/** As the graph takes it; null where there is none, or something is missing. */
export function findingOf({ is, about, body, paper }: Found) {
  const found = paperOf(paper);
  if (!is || found === null || about.trim() === "" || body.trim() === "") return null;
  return { about, body, number: found.number, day: found.day };
}

export function FindingFields({
  finding,
  keep,
}: {
  finding: Found;
  keep: (finding: Found) => void;
}) {
  return (
    <>
      <Check
        label={say("sending.finding")}
        checked={finding.is}
        change={() => keep({ ...finding, is: !finding.is })}
      />
      {finding.is ? (
        <>
          <LongTextField
            label={say("sending.findingAbout")}
            value={finding.about}
            onChange={(about) => keep({ ...finding, about })}
          />
          <TextField
            label={say("sending.findingBody")}
            value={finding.body}
            onChange={(body) => keep({ ...finding, body })}
          />
          <PaperFields
            paper={finding.paper}
            change={(paper) => keep({ ...finding, paper })}
            isLinked={false}
          />
        </>
      ) : null}
    </>
  );
}

import { decimal } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { MarkField } from "@congtam/ui";
import { Deductions } from "./deductions";
import type { Before, Draft, Sheet } from "./draft";

const HEADS = ["result.criterion", "score.last", "result.self", "result.head"] as const;

/** Ten criteria: last month's mark, the person's own, and the head's to be given. */
export function Marks({
  sheet,
  before,
  draft,
  change,
}: {
  sheet: Sheet;
  before: Before | undefined;
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
}) {
  const earlier = (code: string) => before?.marks?.find((mark) => mark.criterion === code)?.head;
  const own = (code: string) => sheet.marks?.find((mark) => mark.criterion === code)?.self;
  const set = (code: string, points: string) =>
    change({ marks: { ...draft.marks, [code]: points } });
  return (
    // The roles are said once more, since a table laid out as cards forgets its own.
    <table className="table folds marks" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {HEADS.map((key) => (
            <th key={key} scope="col" role="columnheader" className="to-end">
              {say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sheet.criteria.map(({ code, name, most }) => (
          <tr key={code} role="row">
            <th scope="row" role="rowheader">
              <span>
                <strong>{code}</strong> <span className="criterion-words">{name}</span>{" "}
                <Deductions sheet={sheet} criterion={code} />
              </span>
            </th>
            <td role="cell" className="to-end" data-title={say("score.last")}>
              {shown(earlier(code))}
            </td>
            <td role="cell" className="to-end" data-title={say("result.self")}>
              {shown(own(code))}
            </td>
            <td role="cell" className="to-end" data-title={say("result.head")}>
              <MarkField
                label={say("score.markOf", { code, name })}
                value={draft.marks[code] ?? ""}
                most={most}
                onChange={(points) => set(code, points)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shown(exact: string | null | undefined): string {
  return exact === null || exact === undefined ? "—" : decimal(exact, language());
}

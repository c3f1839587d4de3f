import { type Key, say } from "@congtam/i18n";
import { within } from "@congtam/session";

const KINDS: readonly (readonly [string, Key])[] = [
  ["docx", "form.docx"],
  ["pdf", "form.pdf"],
  ["xlsx", "form.xlsx"],
];

/** An official form of one row, to download: whoever sees the row may print it. */
export function Downloads({
  form,
  id,
  what,
  who,
}: {
  form: "sheet" | "classification" | "unit_month" | "publication";
  id: string;
  /** What the form is called, and of whom: for those who do not see what stands beside it. */
  what: string;
  who: string;
}) {
  return (
    <span className="row">
      {KINDS.map(([ending, name]) => (
        <a
          key={ending}
          className="button"
          data-kind="plain"
          data-size="small"
          href={within(`/forms/${form}/${id}.${ending}`)}
          download
        >
          {say(name)}
          <span className="unseen">{say("form.get", { what, who })}</span>
        </a>
      ))}
    </span>
  );
}

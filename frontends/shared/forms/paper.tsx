import { day } from "@congtam/format";
import { say } from "@congtam/i18n";
import { DayField, FileButton, TextField } from "@congtam/ui";
import type { Values, Wrong } from "./values";

/** A paper to be given: number and day, and a link to it or the hash of its file. */
export function PaperFields({
  label,
  name,
  values,
  wrong,
  isRequired,
  change,
}: {
  label: string;
  name: string;
  values: Values;
  wrong: Wrong;
  isRequired: boolean;
  change: (changes: Values) => void;
}) {
  const about = (part: string) => ({
    value: values[`${name}.${part}`] ?? "",
    onChange: (value: string) => change({ [`${name}.${part}`]: value }),
    wrong: told(wrong[`${name}.${part}`]),
    isRequired: isRequired && part !== "url",
  });
  const hash = values[`${name}.sha256`] ?? "";
  const hashed = async ([file]: File[]) => {
    if (file) change({ [`${name}.sha256`]: await hashOf(file) });
  };
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      <div className="columns">
        <TextField label={say("paper.number")} maxLength={100} {...about("number")} />
        <DayField label={say("paper.day")} {...about("day")} />
      </div>
      <TextField label={say("paper.url")} placeholder="https://" {...about("url")} />
      {globalThis.crypto?.subtle === undefined ? null : (
        <div className="stack-tight">
          <div className="row">
            <FileButton label={say("paper.file")} choose={hashed} />
            <span className="quiet small">{say("paper.fileStays")}</span>
          </div>
          {hash === "" ? null : <span className="small hash">{say("paper.hash", { hash })}</span>}
        </div>
      )}
    </fieldset>
  );
}

/** A paper as it was recorded. */
export function PaperShown({
  number,
  on,
  sha256,
  url,
}: {
  number: string | null | undefined;
  on?: string | null | undefined;
  sha256?: string | null | undefined;
  url?: string | null | undefined;
}) {
  if (!number) return null;
  return (
    <span className="stack-tight">
      <span>
        {on ? say("paper.told", { number, day: day(on) }) : say("paper.undated", { number })}
        {url ? (
          <>
            {" · "}
            <a href={url} target="_blank" rel="noreferrer">
              {say("paper.open")}
            </a>
          </>
        ) : null}
      </span>
      {sha256 ? (
        <details className="small quiet">
          <summary>{say("paper.hashOf")}</summary>
          <span className="hash">{say("paper.hash", { hash: sha256 })}</span>
        </details>
      ) : null}
    </span>
  );
}

export function told(wrong: Wrong[string] | undefined): string | undefined {
  return wrong === undefined ? undefined : say(wrong);
}

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

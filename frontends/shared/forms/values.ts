import { parseDecimal } from "@congtam/format";
import type { PaperInput } from "@congtam/graph";
import { type Key, language, type Values as Message } from "@congtam/i18n";

/** What is typed into a form, by the names of its fields; a paper has `.number`, `.day` and more. */
export type Values = Readonly<Record<string, string>>;

interface Named {
  name: string;
  label: Key;
  /** What the label tells besides. */
  values?: Message;
  help?: Key;
  /** Nothing is sent without it. */
  isRequired?: boolean;
  /** Whether it is asked for, with what is filled in so far. */
  asked?: (values: Values) => boolean;
}

export type Field = Named &
  (
    | { kind: "line" | "long" | "day" | "number" | "check" | "paper" }
    | { kind: "choice"; options: readonly { value: string; label: string }[] }
    | { kind: "person" | "position" | "product"; agency: string }
    | { kind: "unit"; agency: string; without?: string }
    | { kind: "agency"; without: string }
  );

export type Wrong = Readonly<Record<string, Key>>;

/** The fields that are asked for now. */
export function askedNow(fields: readonly Field[], values: Values): Field[] {
  return fields.filter((field) => field.asked?.(values) ?? true);
}

/** What is missing or cannot be read, by the name of its input. */
export function wrongIn(fields: readonly Field[], values: Values): Wrong {
  const found: Record<string, Key> = {};
  for (const field of askedNow(fields, values)) {
    for (const [name, wrong] of field.kind === "paper"
      ? wrongPaper(field, values)
      : wrongValue(field, values)) {
      found[name] = wrong;
    }
  }
  return found;
}

/** A paper as deeds take it; null where none was given. */
export function paperOf(values: Values, name: string): PaperInput | null {
  const [number, day, url, sha256] = ["number", "day", "url", "sha256"].map(
    (part) => values[`${name}.${part}`]?.trim() ?? "",
  );
  if (!number || !day) return null;
  return { number, day, ...(url ? { url } : {}), ...(sha256 ? { sha256 } : {}) };
}

/** A paper that the form asks for: it is there once nothing is wrong. */
export function thePaper(values: Values, name: string): PaperInput {
  const paper = paperOf(values, name);
  if (!paper) throw new Error(`${name} is required`);
  return paper;
}

/** A text; null where nothing was typed. */
export function textOf(values: Values, name: string): string | null {
  const text = values[name]?.trim() ?? "";
  return text === "" ? null : text;
}

/** An exact number as the API wants it; null where nothing was typed. */
export function numberOf(values: Values, name: string): string | null {
  return parseDecimal(values[name] ?? "", language());
}

export function countOf(values: Values, name: string): number | null {
  const exact = numberOf(values, name);
  return exact === null ? null : Number(exact);
}

export function isTicked(values: Values, name: string): boolean {
  return values[name] === "true";
}

function wrongValue(field: Field, values: Values): [string, Key][] {
  const typed = values[field.name]?.trim() ?? "";
  if (typed === "") return field.isRequired ? [[field.name, "form.missing"]] : [];
  const unread = field.kind === "number" && parseDecimal(typed, language()) === null;
  return unread ? [[field.name, "form.notNumber"]] : [];
}

function wrongPaper(field: Field, values: Values): [string, Key][] {
  const given = (part: string) => values[`${field.name}.${part}`]?.trim() ?? "";
  const begun = ["number", "day", "url", "sha256"].some((part) => given(part) !== "");
  const wrong: [string, Key][] = [];
  if (field.isRequired || begun) {
    for (const part of ["number", "day"]) {
      if (given(part) === "") wrong.push([`${field.name}.${part}`, "form.missing"]);
    }
  }
  if (given("url") !== "" && !given("url").startsWith("https://")) {
    wrong.push([`${field.name}.url`, "paper.urlWrong"]);
  }
  return wrong;
}

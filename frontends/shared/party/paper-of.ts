import type { PaperInput } from "@congtam/graph";

/** A document as it is typed. */
export interface Paper {
  number: string;
  day: string;
  url: string;
}

export const NO_PAPER: Paper = { number: "", day: "", url: "" };

/** The document as it is sent; null while its number or day is missing. */
export function paperOf(paper: Paper): PaperInput | null {
  if (paper.number.trim() === "" || paper.day === "") return null;
  const url = paper.url.trim();
  return { number: paper.number.trim(), day: paper.day, ...(url === "" ? {} : { url }) };
}

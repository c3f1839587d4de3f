import { useState } from "react";

export interface Sorting {
  column: string;
  direction: "ascending" | "descending";
}

/** The rows of one page, and how to turn to another; the page falls back where rows have gone. */
export function usePages<Row>(rows: Row[], size: number) {
  const [wanted, setWanted] = useState(0);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(wanted, pages - 1);
  const turn = (by: number) => setWanted(Math.min(Math.max(page + by, 0), pages - 1));
  return { shown: rows.slice(page * size, (page + 1) * size), page, pages, turn };
}

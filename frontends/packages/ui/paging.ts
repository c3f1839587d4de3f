import { useState, useSyncExternalStore } from "react";

export interface Sorting {
  column: string;
  direction: "ascending" | "descending";
}

/** Where tables are laid out as cards (styles/tables.css), of which a page holds fewer. */
const NARROW = "(max-width: 640px)";
const CARDS = 15;

/** The rows of one page, and how to turn to another; the page falls back where rows have gone.
 * `isPart`: the gateway has cut them already, and they are not cut smaller where cards are shown. */
export function usePages<Row>(rows: Row[], size: number, isPart = false) {
  const [wanted, setWanted] = useState(0);
  const isNarrow = useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
  const held = isNarrow && !isPart ? Math.min(size, CARDS) : size;
  const pages = Math.max(1, Math.ceil(rows.length / held));
  const page = Math.min(wanted, pages - 1);
  const turn = (by: number) => setWanted(Math.min(Math.max(page + by, 0), pages - 1));
  return { shown: rows.slice(page * held, (page + 1) * held), page, pages, turn };
}

function subscribe(changed: () => void): () => void {
  const media = matchMedia(NARROW);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}

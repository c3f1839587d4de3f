import { useState, useSyncExternalStore } from "react";

export interface Sorting {
  column: string;
  direction: "ascending" | "descending";
}

export interface Pages {
  page: number;
  pages: number;
  turn: (by: number) => void;
  leave: (go: () => void, entering: number) => void;
}

/** Where tables are laid out as cards (styles/tables.css), of which a page holds fewer. */
const NARROW = "(max-width: 640px)";
const CARDS = 15;

/** The rows of one page, and how to turn to another; the page falls back where rows have gone.
 *
 * `part` names the part of a longer list that the rows are: `leave` goes to another, which is shown from
 * its page `entering` on; this one stays as it is until that has come. */
export function usePages<Row>(rows: Row[], size: number, part?: string) {
  const [kept, keep] = useState({ part, wanted: 0, entering: 0 });
  const isNarrow = useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
  const held = isNarrow ? Math.min(size, CARDS) : size;
  const pages = Math.max(1, Math.ceil(rows.length / held));
  const page = Math.min(kept.part === part ? kept.wanted : kept.entering, pages - 1);
  const turn = (by: number) => {
    const wanted = Math.min(Math.max(page + by, 0), pages - 1);
    keep({ part, wanted, entering: 0 });
  };
  const leave = (go: () => void, entering: number) => {
    keep({ part, wanted: page, entering });
    go();
  };
  return { shown: rows.slice(page * held, (page + 1) * held), page, pages, turn, leave };
}

function subscribe(changed: () => void): () => void {
  const media = matchMedia(NARROW);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}

import { useState } from "react";

interface PageInfo {
  hasNextPage: boolean;
  endCursor?: string | null;
}

interface Cursor {
  /** What to ask for: rows after this one; null for the first page. */
  after: string | null;
  /** Back and on, for `Pager`; null where there is no such page. */
  turns: (page: PageInfo) => { back: (() => void) | null; on: (() => void) | null };
}

/** Where a list stands that the gateway cuts into pages; `about` is what the list is of: another one
 * begins at its first page. */
export function useCursor(about: string): Cursor {
  const [kept, keep] = useState<{ about: string; passed: string[] }>({ about, passed: [] });
  const passed = kept.about === about ? kept.passed : [];
  const at = (cursors: string[]) => () => keep({ about, passed: cursors });
  return {
    after: passed.at(-1) ?? null,
    turns: ({ hasNextPage, endCursor }) => ({
      back: passed.length > 0 ? at(passed.slice(0, -1)) : null,
      on: hasNextPage && endCursor ? at([...passed, endCursor]) : null,
    }),
  };
}

let begin: () => void;

/** What no page needs to be seen waits for this: the first screen stands, or cannot be shown. */
export const later = new Promise<void>((resolve) => {
  begin = resolve;
});

/** The screen stands; called before it is painted. */
export function stands(): void {
  requestAnimationFrame(() => setTimeout(begin));
}

const LONG_ENOUGH = 3_000;

// A screen that awaits nothing does not say so, and a page that nobody looks at paints nothing.
globalThis.addEventListener?.("load", () => setTimeout(begin, LONG_ENOUGH));

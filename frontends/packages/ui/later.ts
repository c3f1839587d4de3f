import { type ComponentType, type LazyExoticComponent, lazy } from "react";

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

/** A part that no page needs to be seen, but that is there before anybody can ask for it. */
export function lazily<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  void later.then(load);
  return lazy(load);
}

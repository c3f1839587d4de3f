import { type ComponentType, useSyncExternalStore } from "react";

export type Params = Record<string, string>;

/** A path such as `/staff/month/:period`, and what is shown there. */
export interface Screen {
  path: string;
  show: ComponentType<{ params: Params }>;
}

const MOVED = "congtam:moved";

/** Show another screen of this portal, or leave for a page that is not its own. */
export function go(path: string, replace = false): void {
  if (portalOf(path) !== portalOf(location.pathname)) {
    location.assign(path);
    return;
  }
  history[replace ? "replaceState" : "pushState"](null, "", path);
  dispatchEvent(new Event(MOVED));
  scrollTo(0, 0);
}

/** The path that is shown. */
export function useRoute(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** The screen of a path, and the values of its `:names`; null where there is none. */
export function found(
  screens: readonly Screen[],
  path: string,
): { screen: Screen; params: Params } | null {
  for (const screen of screens) {
    const params = matched(screen.path, path);
    if (params) return { screen, params };
  }
  return null;
}

export function matched(pattern: string, path: string): Params | null {
  const [wanted, given] = [parts(pattern), parts(path)];
  if (wanted.length !== given.length) return null;
  const params: Params = {};
  for (const [place, part] of wanted.entries()) {
    const value = given[place] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

/** A press on a link of this portal shows the screen without loading the page anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin)
    return;
  if (portalOf(link.pathname) !== portalOf(location.pathname) || link.hash) return;
  event.preventDefault();
  go(link.pathname);
}

function subscribe(listener: () => void): () => void {
  addEventListener(MOVED, listener);
  addEventListener("popstate", listener);
  return () => {
    removeEventListener(MOVED, listener);
    removeEventListener("popstate", listener);
  };
}

function parts(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

function portalOf(path: string): string {
  return parts(path)[0] ?? "";
}

import { useSyncExternalStore } from "react";

const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = "congtam.theme";
const listeners = new Set<() => void>();

function theme(): Theme {
  const kept = globalThis.localStorage?.getItem(KEPT);
  return THEMES.find((each) => each === kept) ?? "system";
}

function show(chosen: Theme): void {
  const root = document.documentElement;
  if (chosen === "system") root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", chosen);
}

function choose(chosen: Theme): void {
  localStorage.setItem(KEPT, chosen);
  show(chosen);
  for (const listener of listeners) listener();
}

/** Light, dark or as the machine is set; remembered on this machine. */
export function useTheme(): [Theme, (chosen: Theme) => void] {
  const now = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, theme);
  return [now, choose];
}

// Before the first paint of the portal, so that nothing flashes.
if (typeof document !== "undefined") show(theme());

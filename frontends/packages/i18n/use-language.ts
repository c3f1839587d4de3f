import { useSyncExternalStore } from "react";
import { KEPT, type Language, language } from "./language";

/** The language, and how to change it: the page begins anew, since what the API says changes too. */
export function useLanguage(): [Language, (chosen: Language) => void] {
  const now = useSyncExternalStore(() => () => {}, language);
  return [now, choose];
}

function choose(chosen: Language): void {
  localStorage.setItem(KEPT, chosen);
  location.reload();
}

import { useSyncExternalStore } from "react";
import { KEPT, type Language, language } from "./language";

/** The language, and how to change it: the page begins anew, since what the API says changes too. */
export function useLanguage(): [Language, (chosen: Language) => void] {
  const now = useSyncExternalStore(() => () => {}, language);
  return [now, choose];
}

function choose(chosen: Language): void {
  localStorage.setItem(KEPT, chosen);
  // For the gateway, which gives a page its first answers in the language of the page.
  // biome-ignore lint/suspicious/noDocumentCookie: the browsers that we serve have no CookieStore
  document.cookie = `congtam-language=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`;
  location.reload();
}

export type Language = "vi" | "en";

export const KEPT = "congtam.language";
const LOCALES = { vi: "vi-VN", en: "en-US" } as const;

let spoken: Language | null = null;

/** Vietnamese first; English where somebody has chosen it on this machine. Looked up once: it is asked
 * with every text, and a page begins anew with another language. */
export function language(): Language {
  spoken ??= globalThis.localStorage?.getItem(KEPT) === "en" ? "en" : "vi";
  return spoken;
}

/** The language for `Intl` and for react-aria. */
export function locale(): string {
  return LOCALES[language()];
}

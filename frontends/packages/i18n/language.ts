export type Language = "vi" | "en";

export const KEPT = "congtam.language";
const LOCALES = { vi: "vi-VN", en: "en-US" } as const;

/** Vietnamese first; English where somebody has chosen it on this machine. */
export function language(): Language {
  return globalThis.localStorage?.getItem(KEPT) === "en" ? "en" : "vi";
}

/** The language for `Intl` and for react-aria. */
export function locale(): string {
  return LOCALES[language()];
}

import { language, locale } from "@congtam/i18n";
import { VIETNAMESE } from "./aria-vi";

// What react-aria takes for its own "useDefaultLocale" (vite.config.ts): the page knows its language,
// and asking the browser for all that it knows costs a slow machine more than any other line.

/** React-aria knows no Vietnamese; these two names are where it looks for texts given to it. */
function teach(world: { [key: symbol]: unknown }): void {
  if (language() !== "vi") return;
  world[Symbol.for("react-aria.i18n.locale")] = "vi-VN";
  world[Symbol.for("react-aria.i18n.strings")] = VIETNAMESE;
}

const OURS = { locale: locale(), direction: "ltr" } as const;

teach(globalThis as unknown as { [key: symbol]: unknown });

export function getDefaultLocale(): typeof OURS {
  return OURS;
}

export const useDefaultLocale = getDefaultLocale;

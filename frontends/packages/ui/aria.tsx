import { type Language, language, locale } from "@congtam/i18n";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { VIETNAMESE } from "./aria-vi";

interface Window {
  [Symbol.iterator]?: never;
  [key: symbol]: unknown;
}

/** React-aria knows no Vietnamese; these two names are where it looks for texts given to it. */
function teach(spoken: Language): void {
  if (spoken !== "vi") return;
  const world = window as unknown as Window;
  world[Symbol.for("react-aria.i18n.locale")] = "vi-VN";
  world[Symbol.for("react-aria.i18n.strings")] = VIETNAMESE;
}

teach(language());

export function AriaLanguage({ children }: { children: ReactNode }) {
  return <I18nProvider locale={locale()}>{children}</I18nProvider>;
}

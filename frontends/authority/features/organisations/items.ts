import { say } from "@congtam/i18n";

/** The groups of article 6 and the items of article 7.1 that a scheme details. */
export const ITEMS = [
  ...["6.1", "6.2", "6.3"],
  ...["7.a", "7.b", "7.c", "7.d", "7.dd", "7.e", "7.g", "7.h"],
] as const;

/** "Khoản 1 Điều 6", "Điểm đ khoản 1 Điều 7". */
export function itemName(item: string): string {
  const [article, part = ""] = item.split(".");
  if (article === "6") return say("schemes.group", { number: part });
  return say("schemes.point", { letter: part === "dd" ? "đ" : part });
}

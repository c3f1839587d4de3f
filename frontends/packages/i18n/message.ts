import type { LocalizedString } from "@internationalized/string";

export type Message = LocalizedString;
export type Values = Record<string, string | number | boolean>;
type Filled = (values: Record<string, string | number>) => string;
type Written = string | Filled;

/** Texts by key, each in Vietnamese with the English beside it. */
export function texts<Key extends string>(
  said: Record<Key, readonly [vi: Written, en: Written]>,
): Record<Key, readonly [Message, Message]> {
  return said as Record<Key, readonly [Message, Message]>;
}

/** "1 task", "2 tasks": English counts; Vietnamese does not. */
export function counted(count: string | number | undefined, one: string, many: string): string {
  return `${count} ${String(count) === "1" ? one : many}`;
}

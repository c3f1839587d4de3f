import { LocalizedStringDictionary, LocalizedStringFormatter } from "@internationalized/string";
import { CATALOGUE, type Key } from "./catalogue";
import { language, locale } from "./language";
import type { Message, Values } from "./message";

export type { Key, Values };
export type Say = typeof say;

const dictionary = new LocalizedStringDictionary<Key, Message>(
  { "vi-VN": spoken(0), "en-US": spoken(1) },
  "vi-VN",
);
const formatters = new Map<string, LocalizedStringFormatter<Key, Message>>();

/** A text of the catalogue in the language of the page. */
export function say(key: Key, values?: Values): string {
  return formatter().format(key, values);
}

function formatter(): LocalizedStringFormatter<Key, Message> {
  const found = formatters.get(language());
  if (found) return found;
  const made = new LocalizedStringFormatter<Key, Message>(locale(), dictionary);
  formatters.set(language(), made);
  return made;
}

function spoken(place: 0 | 1): Record<Key, Message> {
  const pairs = Object.entries(CATALOGUE).map(([key, texts]) => [key, texts[place]]);
  return Object.fromEntries(pairs) as Record<Key, Message>;
}

import { LocalizedStringDictionary, LocalizedStringFormatter } from "@internationalized/string";
import type { Key } from "./catalogue";
import { CORE } from "./catalogue/core";
import { language, locale } from "./language";
import type { Message, Values } from "./message";

export type { Key, Values };
export type Say = typeof say;

type Texts = Readonly<Record<string, readonly [Message, Message]>>;

const spoken: Record<"vi-VN" | "en-US", Record<string, Message>> = { "vi-VN": {}, "en-US": {} };
learn(CORE);
const dictionary = new LocalizedStringDictionary<Key, Message>(spoken, "vi-VN");
const formatters = new Map<string, LocalizedStringFormatter<Key, Message>>();

/** Texts that only some pages need: called once where the page begins, before anything is said. */
export function learn(...catalogues: Texts[]): void {
  for (const [key, [vietnamese, english]] of catalogues.flatMap(Object.entries)) {
    spoken["vi-VN"][key] = vietnamese;
    spoken["en-US"][key] = english;
  }
}

/** A text of the catalogue in the language of the page. */
export function say(key: Key, values: Values = {}): string {
  return formatter().format(key, values);
}

function formatter(): LocalizedStringFormatter<Key, Message> {
  const found = formatters.get(language());
  if (found) return found;
  const made = new LocalizedStringFormatter<Key, Message>(locale(), dictionary);
  formatters.set(language(), made);
  return made;
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { VIETNAMESE } from "./aria-vi";

const HOME = dirname(createRequire(import.meta.url).resolve("react-aria/package.json"));

/** The keys of what react-aria says in English, by the name of one of its packages. */
function spoken(name: string): string[] {
  const file = join(HOME, "dist/private/intl", name.replace("@react-aria/", ""), "en-US.mjs");
  const keys = readFileSync(file, "utf8").matchAll(/^ {4}"([^"]+)":/gm);
  return Array.from(keys, ([, key]) => key as string).sort();
}

test.each(Object.keys(VIETNAMESE))("everything that %s says is said in Vietnamese", (name) => {
  expect(spoken(name)).not.toEqual([]);
  expect(Object.keys(VIETNAMESE[name] ?? {}).sort()).toEqual(spoken(name));
});

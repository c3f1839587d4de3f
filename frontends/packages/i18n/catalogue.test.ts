import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "./catalogue";

const ROOT = resolve(import.meta.dirname, "../..");
const TEXTS = join(import.meta.dirname, "catalogue");
const KEYS = Object.keys(CATALOGUE) as (keyof typeof CATALOGUE)[];

/** Texts with their values: each value that a text asks for is given as its own name. */
function read(text: unknown): string {
  const values = new Proxy({}, { get: (_, name) => String(name) });
  return typeof text === "function" ? String(text(values)) : String(text);
}

/** The values that a text asks for. */
function asked(text: unknown): string[] {
  const names = new Set<string>();
  const values = new Proxy({}, { get: (_, name) => names.add(String(name)) && "1" });
  if (typeof text === "function") text(values);
  return [...names].sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (["node_modules", "dist", "generated"].includes(entry.name) || path === TEXTS) return [];
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(path) && !path.endsWith(".test.ts") ? [readFileSync(path, "utf8")] : [];
  });
}

describe("the catalogue", () => {
  test.each(KEYS)("says %s in both languages, with the same values", (key) => {
    const [vietnamese, english] = CATALOGUE[key];
    expect(read(vietnamese).trim()).not.toBe("");
    expect(read(english).trim()).not.toBe("");
    expect(asked(vietnamese)).toEqual(asked(english));
  });

  test("writes Vietnamese in composed letters", () => {
    for (const key of KEYS) {
      const text = read(CATALOGUE[key][0]);
      expect(text).toBe(text.normalize("NFC"));
    }
  });

  test("has no text that nobody says", () => {
    const all = sources(ROOT).join("\n");
    const said = (key: string) =>
      all.includes(`"${key}"`) || all.includes(`\`${key.slice(0, key.lastIndexOf(".") + 1)}$`);
    expect(KEYS.filter((key) => !said(key))).toEqual([]);
  });
});

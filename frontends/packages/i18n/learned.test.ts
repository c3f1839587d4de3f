import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { CATALOGUE } from "./catalogue";
import { CORE } from "./catalogue/core";

const ROOT = resolve(import.meta.dirname, "../..");
const PAGES = ["welcome", "staff", "head", "authority", "inspector", "party"];
/** What the screens of one page share among themselves. */
const SHARED: Record<string, string> = {
  authority: "shared/posts",
  party: "shared/party",
};
const IMPORTED = /@congtam\/i18n\/catalogue\/([a-z-]+)"/g;

function sources(folder: string, leftOut: readonly string[] = []): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === "node_modules" || leftOut.includes(path)) return [];
    if (entry.isDirectory()) return sources(path, leftOut);
    return /\.tsx?$/.test(path) && !path.endsWith(".test.ts") ? [readFileSync(path, "utf8")] : [];
  });
}

function keysOf(catalogue: string): string[] {
  const text = readFileSync(join(import.meta.dirname, "catalogue", `${catalogue}.ts`), "utf8");
  return [...text.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key as string);
}

test.each(PAGES)("the pages of %s learn every text that they say", (page) => {
  const folders = [page, ...(SHARED[page] === undefined ? [] : [SHARED[page]])];
  const own = folders.flatMap((folder) => sources(join(ROOT, folder))).join("\n");
  const learned = new Set(
    [...own.matchAll(IMPORTED)].flatMap(([, name]) => keysOf(name as string)),
  );
  const unlearned = Object.keys(CATALOGUE).filter(
    (key) => own.includes(`"${key}"`) && !(key in CORE) && !learned.has(key),
  );
  expect(unlearned).toEqual([]);
});

test("a text stands in one catalogue alone", () => {
  const names = readdirSync(join(import.meta.dirname, "catalogue")).map((name) =>
    name.slice(0, -3),
  );
  const keys = names.flatMap(keysOf);
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
});

test("what all portals share says only what all of them know", () => {
  const shared = ["shared", "packages/ui", "packages/session", "packages/graph"];
  const ofOnePage = Object.values(SHARED).map((folder) => join(ROOT, folder));
  const said = shared.flatMap((folder) => sources(join(ROOT, folder), ofOnePage)).join("\n");
  const unknown = Object.keys(CATALOGUE).filter(
    (key) => said.includes(`"${key}"`) && !(key in CORE),
  );
  expect(unknown).toEqual([]);
});

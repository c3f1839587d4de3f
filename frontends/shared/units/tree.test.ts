import { expect, test } from "vitest";
import { branches, flat, placedOn } from "./tree";

function unit(id: string, name: string, ...placements: [string, string | null, string | null][]) {
  return {
    id,
    name,
    placements: placements.map(([since, until, parent]) => ({
      since,
      until,
      parent: parent === null ? null : { id: parent },
    })),
  };
}

const ROOT = unit("r", "Lãnh đạo", ["2026-01-01", null, null]);
const OFFICE = unit("o", "Văn phòng", ["2026-01-01", null, "r"]);
const MOVED = unit("m", "Ấn chỉ", ["2026-06-01", null, "o"], ["2026-01-01", "2026-05-31", "r"]);

test("a unit stands where it stood on that day", () => {
  expect(placedOn(MOVED.placements, "2026-05-31")?.parent?.id).toBe("r");
  expect(placedOn(MOVED.placements, "2026-06-01")?.parent?.id).toBe("o");
  expect(placedOn(MOVED.placements, "2025-12-31")).toBeUndefined();
});

test("the tree of a day has its order of names, in Vietnamese", () => {
  const read = (day: string) =>
    flat(branches([OFFICE, MOVED, ROOT], day)).map((each) => [each.unit.id, each.depth]);
  expect(read("2026-05-31")).toEqual([
    ["r", 0],
    ["m", 1],
    ["o", 1],
  ]);
  expect(read("2026-06-01")).toEqual([
    ["r", 0],
    ["o", 1],
    ["m", 2],
  ]);
});

test("a unit whose upper one is not shown is not lost", () => {
  expect(branches([OFFICE], "2026-06-01").map((each) => each.unit.id)).toEqual(["o"]);
});

import { expect, test } from "vitest";
import { spansOf } from "./spans";

test("the spans that have begun, the latest first", () => {
  expect(spansOf("2026-06-15").map(({ key }) => key)).toEqual([
    "QUARTER 2026-04-01",
    "QUARTER 2026-01-01",
    "HALF_YEAR 2026-01-01",
    "YEAR 2026-01-01",
  ]);
});

test("those of the year before stay", () => {
  const found = spansOf("2027-01-05");
  expect(found.filter(({ year }) => year === 2026)).toHaveLength(7);
  expect(found[0]?.period).toBe("2027-01-01");
});

import { expect, test } from "vitest";
import { newId } from "./ids";

test("an id is a UUIDv7 that sorts by its time", () => {
  const [earlier, later] = [newId(1_700_000_000_000), newId(1_700_000_000_001)];
  expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(earlier.replace("-", "").slice(0, 12), 16)).toBe(1_700_000_000_000);
  expect(earlier < later).toBe(true);
  expect(newId(0)).not.toBe(newId(0));
});

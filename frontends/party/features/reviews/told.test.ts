import { expect, test } from "vitest";
import { told } from "./told";

test("what a voice found is read number by number, exactly as it is written", () => {
  const found = told('{"general": "28", "results": "65.50", "exceeded": "0.4", "axes": null}');
  expect(found?.results).toBe("65.50");
  expect(found?.exceeded).toBe("0.4");
  expect(found?.plan).toBeNull();
});

test("what are no findings is nothing", () => {
  expect(told("null")).toBeNull();
  expect(told("{")).toBeNull();
});

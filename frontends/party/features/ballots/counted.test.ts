import { expect, test } from "vitest";
import { counted } from "./counted";

test("only whole numbers are counted", () => {
  expect(counted(" 12 ")).toBe(12);
  expect(counted("0")).toBe(0);
  for (const wrong of ["", "-1", "1,5", "mười", "1e3"]) expect(counted(wrong)).toBeNull();
});

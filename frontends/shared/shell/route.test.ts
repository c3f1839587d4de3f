import { expect, test } from "vitest";
import { found, matched } from "./route";

test("a path is matched part by part, and its names are read", () => {
  expect(matched("/staff/month/:period", "/staff/month/2026-06-01")).toEqual({
    period: "2026-06-01",
  });
  expect(matched("/staff", "/staff/")).toEqual({});
  expect(matched("/staff", "/staff/month")).toBeNull();
  expect(matched("/staff/month/:period", "/staff/sheet/1")).toBeNull();
});

test("the first screen of a path is shown, and none where there is none", () => {
  const screens = ["/staff", "/staff/sheet/:id"].map((path) => ({ path, show: () => null }));
  expect(found(screens, "/staff/sheet/7")?.params).toEqual({ id: "7" });
  expect(found(screens, "/staff/nowhere")).toBeNull();
});

import { expect, test } from "vitest";
import { pieces } from "./evidence";

test("the products of a signal are read from its evidence", () => {
  const evidence = JSON.stringify({
    total: "20",
    lines: [{ line: "7", title: "Báo cáo", units: "15", share: "0.75" }],
  });
  expect(pieces(evidence)).toEqual([{ id: "7", title: "Báo cáo", units: "15", share: "0.75" }]);
});

test("evidence about sheets names no products", () => {
  expect(pieces('{"sheets": ["1", "2"], "of": 2}')).toEqual([]);
});

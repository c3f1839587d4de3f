import { expect, test } from "vitest";
import { entriesOf, linesOf } from "./parts";

test("what a line leaves out at its end is empty, and empty lines say nothing", () => {
  expect(entriesOf("Tiếp nhận\n\n Phát hành | Đúng hạn ", 4)).toEqual([
    ["Tiếp nhận", "", "", ""],
    ["Phát hành", "Đúng hạn", "", ""],
  ]);
});

test("a bar too many stays in the last column", () => {
  expect(entriesOf("a | b | c", 2)).toEqual([["a", "b | c"]]);
});

test("what was written is read again as it was", () => {
  const entries = [
    ["Tiếp nhận", "Đúng hạn", "Văn thư", "1"],
    ["Phát hành", "", "Văn thư", ""],
    ["Lưu trữ", "", "", ""],
  ];
  expect(entriesOf(linesOf(entries), 4)).toEqual(entries);
});

import { expect, test } from "vitest";
import { begun, marksOf, type Review, statementOf } from "./judgement";

const SAID = {
  planned: 10,
  completed: 9,
  onTime: 8,
  exceeded: 1,
  late: 1,
  quality: true,
  shortcomings: "fixed",
  forceMajeure: "",
};
const REVIEW = {
  marks: [
    {
      criterion: "I.1",
      selfPoints: "9",
      selfReason: "Có minh chứng",
      points: "8",
      reason: "Thiếu",
    },
    { criterion: "I.2", selfPoints: "7", selfReason: "Đạt", points: null, reason: null },
  ],
  selfStatement: SAID,
  statement: { ...SAID, completed: 8 },
  selfComment: "Tự nhận xét",
  comment: "Nhận xét",
} as unknown as Review;

test("an organisation goes on with its own words", () => {
  const typed = begun(REVIEW, "assess");
  expect(marksOf(typed)).toEqual([
    { criterion: "I.1", points: "9", reason: "Có minh chứng" },
    { criterion: "I.2", points: "7", reason: "Đạt" },
  ]);
  expect(typed.comment).toBe("Tự nhận xét");
});

test("the authority begins with its marks, and with the organisation's where it has none", () => {
  const typed = begun(REVIEW, "mark");
  expect(marksOf(typed)).toEqual([
    { criterion: "I.1", points: "8", reason: "Thiếu" },
    { criterion: "I.2", points: "7", reason: "" },
  ]);
  expect(statementOf(typed)).toEqual({ ...SAID, completed: 8, shortcomings: "FIXED" });
});

test("a statement is whole or not sent", () => {
  const typed = begun({ ...REVIEW, selfStatement: null, statement: null }, "mark");
  expect(statementOf(typed)).toBeNull();
});

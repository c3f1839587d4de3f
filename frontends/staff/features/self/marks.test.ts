import { expect, test } from "vitest";
import { begun, filled, type Sheet, sent, unfinished } from "./marks";

const SHEET = {
  round: 2,
  selfComment: null,
  criteria: [
    { code: "I.1", name: "Phẩm chất", most: "5" },
    { code: "II.1", name: "Năng lực", most: "2.5" },
  ],
  marks: [{ criterion: "I.1", self: "4.75" }],
} as Sheet;

test("a draft begins with what the sheet holds", () => {
  expect(begun(SHEET)).toEqual({ marks: { "I.1": "4.75", "II.1": "" }, comment: "", round: 2 });
  expect(begun({ ...SHEET, marks: null }).marks).toEqual({ "I.1": "", "II.1": "" });
});

test("it is finished when every mark is given and within its bounds", () => {
  const draft = begun(SHEET);
  expect(unfinished(draft, SHEET.criteria).map(({ code }) => code)).toEqual(["II.1"]);
  const over = { ...draft, marks: { "I.1": "5.01", "II.1": "2.5" } };
  expect(unfinished(over, SHEET.criteria).map(({ code }) => code)).toEqual(["I.1"]);
});

test("full marks are given only where nothing is said", () => {
  const full = filled(begun(SHEET), SHEET.criteria);
  expect(unfinished(full, SHEET.criteria)).toEqual([]);
  expect(sent(full)).toEqual([
    { criterion: "I.1", points: "4.75" },
    { criterion: "II.1", points: "2.5" },
  ]);
});

import { expect, test } from "vitest";
import { type Field, paperOf, wrongIn } from "./values";

const FIELDS: Field[] = [
  { kind: "line", name: "reason", label: "form.choose", isRequired: true },
  { kind: "number", name: "amount", label: "form.choose" },
  { kind: "paper", name: "document", label: "form.choose" },
  {
    kind: "day",
    name: "until",
    label: "form.choose",
    isRequired: true,
    asked: (values) => values.reason === "term",
  },
];

test("what is required, unread or half a paper is named by its input", () => {
  expect(wrongIn(FIELDS, {})).toEqual({ reason: "form.missing" });
  expect(
    wrongIn(FIELDS, {
      reason: "term",
      amount: "12 x",
      "document.number": "7/QĐ",
      "document.url": "ftp://kho",
    }),
  ).toEqual({
    amount: "form.notNumber",
    until: "form.missing",
    "document.day": "form.missing",
    "document.url": "paper.urlWrong",
  });
});

test("an amount may be grouped, and a paper needs its number and day", () => {
  expect(wrongIn(FIELDS, { reason: "x", amount: "1.234.567" })).toEqual({});
  expect(paperOf({ "document.number": " 7/QĐ " }, "document")).toBeNull();
  expect(
    paperOf({ "document.number": " 7/QĐ ", "document.day": "2026-06-01" }, "document"),
  ).toEqual({ number: "7/QĐ", day: "2026-06-01" });
});

import { expect, test } from "vitest";
import { EMPTY, missing, said, taken } from "./draft";

const FULL = {
  ...EMPTY,
  text: "Đã kiểm điểm.",
  general: "28",
  results: "65.5",
  level: "GOOD",
} as const;

test("a voice says what it still lacks", () => {
  const asked = { comments: false, by: "POINTS" } as const;
  expect(missing(EMPTY, asked)).toEqual(["text", "general", "results", "level"]);
  expect(missing({ ...FULL, general: "30.5" }, asked)).toEqual(["general"]);
  expect(missing(FULL, asked)).toEqual([]);
  expect(missing(FULL, { comments: false, by: "AXES" })).toEqual(["results"]);
  expect(missing({ ...EMPTY, text: "Nhất trí." }, { comments: true, by: "POINTS" })).toEqual([]);
});

test("percentages are sent as exact shares of one, and only one kind of results", () => {
  const draft = { ...FULL, shares: { ...EMPTY.shares, exceeded: "33.3" } };
  const sent = said(draft, { comments: false, by: "POINTS" }).findings;
  expect(sent).toMatchObject({ exceeded: "0.333", completed: "1", late: "0", results: "65.5" });
  expect([sent?.parts, sent?.axes]).toEqual([null, null]);
});

test("a comment is sent without findings and without a class", () => {
  expect(said(FULL, { comments: true, by: "POINTS" })).toEqual({
    text: "Đã kiểm điểm.",
    findings: null,
    level: null,
    reason: null,
  });
});

test("points and shares are taken over from the voice before, its verdict is not", () => {
  const told = '{"general": "27", "results": "60", "exceeded": "0.4", "not_completed": "0"}';
  const draft = taken(EMPTY, told);
  expect([draft.general, draft.results, draft.shares.exceeded]).toEqual(["27", "60", "40"]);
  expect([draft.level, draft.shares.plan]).toEqual(["", "100"]);
});

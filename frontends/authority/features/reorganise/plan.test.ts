import { expect, test } from "vitest";
import { type Draft, empty, keeperOf, NOWHERE, outcomesOf, planOf, wrongIn } from "./plan";

const A = { id: "a", name: "Phòng A", ends: true };
const B = { id: "b", name: "Phòng B", ends: true };
const NEW = {
  key: "new-1",
  name: "Phòng C",
  standing: "DIRECT_USING" as const,
  parent: "r",
  parentName: "Lãnh đạo",
  code: " ",
};
const HELD = [
  {
    id: "a",
    beneath: [{ id: "t" }],
    posts: [{ id: "pa", office: "HEAD" as const }],
    roles: [{ id: "ma" }],
  },
  { id: "b", beneath: [], posts: [{ id: "pb", office: "MEMBER" as const }], roles: [] },
];

function draft(more: Partial<Draft>): Draft {
  return { ...empty(A), day: "2026-06-15", decisionNo: "7/QĐ", ...more };
}

test("a merger takes everything along, except what is told to end", () => {
  const told = draft({ kind: "MERGE", parts: [A, B], opens: [NEW], posts: { pb: NOWHERE } });
  const plan = planOf({ ...told, offices: { pa: "DEPUTY" } }, HELD);
  expect(wrongIn(told)).toEqual([]);
  expect(plan.closes).toEqual([
    { unit: "a", keptBy: "new-1" },
    { unit: "b", keptBy: "new-1" },
  ]);
  expect(plan.opens).toEqual([
    { key: "new-1", name: "Phòng C", standing: "DIRECT_USING", parent: "r", code: null },
  ]);
  expect(plan.postings).toEqual([{ posting: "pa", unit: "new-1", office: "DEPUTY" }]);
  expect(plan.mandates).toEqual([{ mandate: "ma", unit: "new-1" }]);
  expect(plan.places).toEqual([{ unit: "t", parent: "new-1" }]);
});

test("who works in a unit that goes on stays there unless he is named", () => {
  const told = draft({ kind: "SPLIT", parts: [{ ...A, ends: false }, B], opens: [NEW] });
  expect(planOf(told, HELD).postings).toEqual([{ posting: "pb", unit: "new-1", office: null }]);
  const named = planOf({ ...told, posts: { pa: "new-1" } }, HELD);
  expect(named.postings?.map(({ posting }) => posting)).toEqual(["pa", "pb"]);
  expect([named.into, named.places]).toEqual([["a"], []]);
});

test("a transfer ends nothing and opens nothing, whatever was filled in before", () => {
  const told = draft({ kind: "TRANSFER", opens: [NEW], above: { id: "r", name: "Lãnh đạo" } });
  const plan = planOf(told, HELD);
  expect([plan.closes, plan.opens, plan.into]).toEqual([[], [], ["a"]]);
  expect(plan.places).toEqual([{ unit: "a", parent: "r" }]);
  expect(plan.postings).toEqual([]);
});

test("a place that does not come out any more is forgotten", () => {
  const told = draft({ kind: "RENAME", opens: [NEW], keepers: { a: "gone" } });
  expect(keeperOf(told, A)).toBe("new-1");
  expect(outcomesOf(told)).toEqual([{ value: "new-1", label: "Phòng C" }]);
});

test("nobody loses a post because the records go to nobody", () => {
  const told = draft({ kind: "RENAME", opens: [NEW], keepers: { a: NOWHERE } });
  const plan = planOf(told, HELD);
  expect(plan.closes).toEqual([{ unit: "a", keptBy: null }]);
  expect(plan.postings).toEqual([{ posting: "pa", unit: "new-1", office: null }]);
});

test("what is missing is named", () => {
  expect(wrongIn(empty(A))).toEqual([
    "reorganise.noKind",
    "reorganise.noDay",
    "reorganise.noNumber",
  ]);
  expect(wrongIn(draft({ kind: "RENAME" }))).toEqual(["reorganise.renameOne"]);
  expect(wrongIn(draft({ kind: "RENAME", opens: [NEW] }))).toEqual([]);
  expect(wrongIn(draft({ kind: "MERGE" }))).toEqual([
    "reorganise.mergeTwo",
    "reorganise.noOutcome",
  ]);
});

import type { QuotaOutcome } from "@congtam/graph";
import { expect, test } from "vitest";
import { levels, told } from "./choosing";

function group(id: string, outcome: QuotaOutcome, ...cases: string[]) {
  const candidates = { nodes: cases.map((each) => ({ id: each })) };
  return { id, quotaSet: "STAFF" as const, dutyGroup: `group:${id}`, outcome, candidates };
}

const WHOLE = { ...group("whole", "CHOICE"), dutyGroup: "" };
const GROUPS = [
  WHOLE,
  group("a", "CHOICE", "1", "2"),
  group("b", "EVERYBODY", "3"),
  group("c", "NOBODY", "4"),
];

test("tells only the choices that were made", () => {
  expect(told(GROUPS, {})).toEqual([]);
  const choices = { a: { cases: ["1"], reason: "Nổi trội" }, b: { cases: ["3"], reason: "" } };
  expect(told(GROUPS, choices)).toEqual([
    { quotaSet: "STAFF", dutyGroup: "group:a", chosen: ["1"], reason: "Nổi trội" },
  ]);
});

test("leaves out who is not above the line any more", () => {
  const choices = { a: { cases: ["1", "9"], reason: "Nổi trội" } };
  expect(told(GROUPS, choices)[0]?.chosen).toEqual(["1"]);
});

test("shows what everybody would get", () => {
  const cases = [
    ...["1", "2", "3", "4"].map((id) => ({ id, lawfulLevel: "EXCELLENT" as const })),
    { id: "5", lawfulLevel: "COMPLETED" as const },
    { id: "6", lawfulLevel: null },
  ];
  const found = levels(GROUPS, cases, { a: { cases: ["2"], reason: "" } });
  expect(Object.fromEntries(found)).toEqual({
    1: "GOOD",
    2: "EXCELLENT",
    3: "EXCELLENT",
    4: "GOOD",
    5: "COMPLETED",
    6: null,
  });
});

import { expect, test } from "vitest";
import { isContested, lacking, NOTHING, sent } from "./decision";

const GROUP = { rated: 7, undecided: 0, aboveLine: 2, good: 5, share: "0.2", places: 1 } as const;
const MEMBERS = { ...GROUP, category: "MEMBER" } as const;
const PAPER = { number: "12-QĐ/ĐU", day: "2026-12-08", url: "" };
const OPEN = {
  id: "r1",
  category: "MEMBER",
  state: "OPEN",
  points: null,
  lawfulLevel: null,
  replacedAt: null,
  person: null,
  body: { id: "b", name: "Chi bộ" },
} as const;

test("places are contested only where some have one and others have not", () => {
  expect(isContested(MEMBERS)).toBe(true);
  expect(isContested({ ...MEMBERS, places: 2 })).toBe(false);
  expect(isContested({ ...MEMBERS, places: 0 })).toBe(false);
});

test("a contested group needs a choice and a reason, an open level needs both, all need a paper", () => {
  expect(lacking(NOTHING, [MEMBERS], [OPEN])).toEqual(["levels", "choices", "reasons", "decision"]);
  const levels = { r1: { level: "GOOD", reason: "Theo biên bản" } } as const;
  const draft = { ...NOTHING, levels, decision: PAPER };
  expect(lacking({ ...draft, chosen: { MEMBER: ["r2"] } }, [MEMBERS], [OPEN])).toEqual(["reasons"]);
  expect(lacking(draft, [{ ...MEMBERS, places: 2 }], [OPEN])).toEqual([]);
});

test("only contested groups are sent with a choice", () => {
  const draft = { ...NOTHING, decision: PAPER, chosen: { MEMBER: ["r2"], LEADER: ["r3"] } };
  const leaders = { ...MEMBERS, category: "LEADER", places: 2 } as const;
  expect(sent(draft, [MEMBERS, leaders])?.choices).toEqual([
    { category: "MEMBER", chosen: ["r2"], reason: "" },
  ]);
  expect(sent(NOTHING, [MEMBERS])).toBeNull();
});

import { describe, expect, test } from "vitest";
import { type Before, begun, inTurn, leadershipOf, nextAfter, type Sheet } from "./draft";

function sheet(id: string, changes: Partial<Sheet> = {}): Sheet {
  return {
    id,
    role: "STAFF",
    state: "SELF_ASSESSED",
    allowedActions: ["ScoreSheet"],
    headComment: null,
    organising: null,
    organisingReason: null,
    unity: null,
    unityReason: null,
    person: { id, fullName: id },
    marks: [
      { criterion: "I.1", self: "5", head: null },
      { criterion: "I.2", self: "4.5", head: "4" },
    ],
    ...changes,
  } as Sheet;
}

const BEFORE = { organisingReason: "Đủ việc.", unityReason: "Đoàn kết." } as Before;

describe("a judgement", () => {
  test("begins with the head's own mark, else with the person's", () => {
    expect(begun(sheet("An"), undefined).marks).toEqual({ "I.1": "5", "I.2": "4" });
  });

  test("of a leader begins with last month's reasons", () => {
    const led = sheet("An", { role: "LEADER" });
    const draft = begun(led, BEFORE);
    expect(leadershipOf(led, draft)).toMatchObject({
      organising: "1",
      organisingReason: "Đủ việc.",
      unityReason: "Đoàn kết.",
      unitResult: null,
    });
    expect(leadershipOf(sheet("An"), draft)).toBeNull();
  });
});

describe("the turn", () => {
  test("takes members by given name, and leaders after them", () => {
    const turn = inTurn([sheet("Lê Yến"), sheet("Bùi Đức", { role: "LEADER" }), sheet("Võ Ân")]);
    expect(turn.map(({ id }) => id)).toEqual(["Võ Ân", "Lê Yến", "Bùi Đức"]);
  });

  test("goes on to the next who waits, around the end, and ends when nobody does", () => {
    const turn = [
      sheet("a"),
      sheet("b", { state: "SCORED" }),
      sheet("c"),
      sheet("d", { allowedActions: [] }),
    ];
    expect(nextAfter(turn, "a")?.id).toBe("c");
    expect(nextAfter(turn, "c")?.id).toBe("a");
    expect(nextAfter([sheet("a")], "a")).toBeNull();
  });
});

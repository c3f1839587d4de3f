import { describe, expect, test } from "vitest";
import { allTo, begun, isPassable, lacks, type Open, others, rowOf, type Taker } from "./draft";

const ANH: Taker = { person: "anh", post: "post-anh", name: "Ngô Thị Lan Anh" };
const BINH: Taker = { person: "binh", post: "post-binh", name: "Lê Văn Bình" };

function work(changes: Partial<Open> = {}): Open {
  return {
    id: "w",
    version: 3,
    dueOn: "2026-06-19",
    person: { id: "anh", fullName: "Ngô Thị Lan Anh" },
    holdsNow: { id: "next", unit: { id: "u", name: "Phòng Kinh tế" } },
    allowedActions: ["CarryOnWork", "HandOverWork"],
    ...changes,
  } as Open;
}

describe("work that was left open", () => {
  test("goes on with its own person and keeps its days, where the graph lets it", () => {
    const passing = begun(work(), "2026-07-01");
    expect(passing).toEqual({ to: "next", dueOn: "2026-07-01" });
    expect(rowOf(work(), passing)).toEqual({
      assignment: "w",
      version: 3,
      to: "next",
      dueOn: null,
    });
  });

  test("asks for somebody, and is due anew, where the person cannot go on with it", () => {
    const gone = work({ allowedActions: ["HandOverWork"] });
    expect(begun(gone, "2026-06-01")).toEqual({ to: "", dueOn: "2026-06-19" });
    expect(lacks(gone, { to: "", dueOn: "2026-06-19" })).toBe(true);
    expect(lacks(gone, { to: "post-binh", dueOn: "" })).toBe(true);
    expect(rowOf(gone, { to: "post-binh", dueOn: "2026-07-31" }).dueOn).toBe("2026-07-31");
  });

  test("is not taken over by the person who left it", () => {
    expect(others(work(), [ANH, BINH])).toEqual([BINH]);
    expect(isPassable(work({ allowedActions: [] }), [ANH, BINH])).toBe(false);
  });

  test("goes to one person at once, except where he left it himself", () => {
    const his = work({ id: "his", person: { id: "binh", fullName: "Lê Văn Bình" } });
    const draft = { w: begun(work(), "2026-07-01"), his: begun(his, "2026-07-01") };
    const given = allTo(draft, [work(), his], [ANH, BINH], "post-binh");
    expect([given.w?.to, given.his?.to]).toEqual(["post-binh", "next"]);
  });
});

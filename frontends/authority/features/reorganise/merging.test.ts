import { expect, test } from "vitest";
import { merging } from "./merging";
import { officeOf, planOf, wrongIn } from "./plan";

const DAY = "2026-06-15";
const unit = (id: string, name: string, parent: string | null) => ({
  id,
  name,
  allowedActions: ["Reorganise"],
  placements: [
    {
      standing: "DIRECT_USING" as const,
      since: "2026-01-01",
      until: null,
      parent: parent === null ? null : { id: parent },
    },
  ],
});
const ENDING = { agency: { id: "A", name: "Xã A" }, into: { id: "B", name: "Xã B" } };
const UNITS = {
  ending: [
    unit("a", "Lãnh đạo Xã A", null),
    unit("a1", "Văn phòng", "a"),
    unit("a2", "Phòng Kinh tế", "a"),
    unit("a3", "Tổ một cửa", "a2"),
  ],
  into: [unit("b", "Lãnh đạo Xã B", null), unit("b1", "Văn phòng", "b")],
};

function drafted() {
  let count = 0;
  const draft = merging(ENDING, UNITS, DAY, () => `new-${++count}`);
  if (draft === null) throw new Error("there is no root");
  return { ...draft, day: DAY, decisionNo: "1685/NQ" };
}

test("an agency goes up in another one, unit by unit of the same name", () => {
  const draft = drafted();
  const plan = planOf(draft, []);
  expect(wrongIn(draft)).toEqual([]);
  expect(plan.agencies).toEqual([{ agency: "A", succeededBy: "B" }]);
  expect(plan.into).toEqual(["b", "b1"]);
  expect(Object.fromEntries((plan.closes ?? []).map((each) => [each.unit, each.keptBy]))).toEqual({
    a: "b",
    a1: "b1",
    a2: "new-1",
    a3: "new-2",
  });
});

test("what has no counterpart is opened, each after the one above it", () => {
  expect(planOf(drafted(), []).opens).toEqual([
    { key: "new-1", name: "Phòng Kinh tế", standing: "DIRECT_USING", parent: "b", code: null },
    { key: "new-2", name: "Tổ một cửa", standing: "DIRECT_USING", parent: "new-1", code: null },
  ]);
});

test("a head goes on as a deputy where the other unit has a head, unless it is chosen", () => {
  const draft = drafted();
  const head = { id: "p", office: "HEAD" as const };
  expect(officeOf(draft, head, "b1")).toBe("DEPUTY");
  expect(officeOf(draft, head, "new-1")).toBe("HEAD");
  expect(officeOf({ ...draft, offices: { p: "MEMBER" } }, head, "b1")).toBe("MEMBER");
});

test("without a root there is nothing to begin with", () => {
  expect(merging(ENDING, { ...UNITS, into: [] }, DAY, () => "new")).toBeNull();
});

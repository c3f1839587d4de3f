import { expect, test } from "vitest";
import { inOrder, type Line, standingOf } from "./standing";

const TODAY = "2026-06-15";

function line(id: string, changes: Partial<Line> = {}): Line {
  return {
    id,
    dueOn: "2026-06-30",
    quantity: "2",
    accepted: "0",
    product: { id: "p", code: "CH.01", name: "Công văn", process: null },
    deliveries: [],
    measures: [],
    ...changes,
  } as unknown as Line;
}

test("work that is over its day and not handed in is late", () => {
  const late = line("a", { dueOn: "2026-06-14" });
  const handedIn = { id: "d", verdict: null, deliveredOn: "2026-06-14" };
  expect(standingOf(late, TODAY)).toBe("late");
  expect(standingOf({ ...late, deliveries: [handedIn] }, TODAY)).toBe("waiting");
  expect(standingOf({ ...late, accepted: "2.0" }, TODAY)).toBe("done");
  expect(standingOf(line("b", { dueOn: TODAY }), TODAY)).toBe("open");
});

test("what is late comes first, then what is due first", () => {
  const lines = [
    line("later"),
    line("done", { dueOn: "2026-06-01", accepted: "2" }),
    line("late", { dueOn: "2026-06-14" }),
  ];
  expect(lines.sort(inOrder(TODAY)).map(({ id }) => id)).toEqual(["late", "done", "later"]);
});

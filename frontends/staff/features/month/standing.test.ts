import { describe, expect, test } from "vitest";
import { inOrder, type Line, outstanding, standingOf } from "./standing";

const TODAY = "2026-06-15";
type Delivery = Line["deliveries"][number];

function line(changes: Partial<Line> = {}): Line {
  return {
    id: "1",
    milestone: "",
    quantity: "3",
    accepted: "0",
    dueOn: "2026-06-20",
    origin: "PLANNED",
    qualityFailures: 0,
    delays: 0,
    allowedActions: [],
    product: { id: "p", code: "CH.01", name: "Công văn", process: null },
    assignment: { id: "a", title: "", note: "" },
    deliveries: [],
    measures: [],
    ...changes,
  };
}

function delivery(quantity: string, verdict: Delivery["verdict"]): Delivery {
  return {
    id: quantity,
    quantity,
    note: "",
    deliveredOn: TODAY,
    verdict,
    verdictReason: null,
    acceptedQuantity: null,
    decidedBy: null,
    evidence: [],
  };
}

describe("work", () => {
  test("is late after its day, not on it", () => {
    expect(standingOf(line({ dueOn: TODAY }), TODAY)).toBe("open");
    expect(standingOf(line({ dueOn: "2026-06-14" }), TODAY)).toBe("late");
  });

  test("waits for the head once all of it is handed in, late or not", () => {
    const handed = line({ dueOn: "2026-06-01", accepted: "1", deliveries: [delivery("2", null)] });
    expect(standingOf(handed, TODAY)).toBe("waiting");
    expect(outstanding(handed)).toBe("0");
  });

  test("is open for what is still missing", () => {
    const part = line({ accepted: "0.5", deliveries: [delivery("1", null)] });
    expect(outstanding(part)).toBe("1.5");
    expect(standingOf(part, TODAY)).toBe("open");
  });

  test("comes back when the head returned it, and ends when all is accepted", () => {
    expect(standingOf(line({ deliveries: [delivery("3", "RETURNED")] }), TODAY)).toBe("returned");
    const accepted = line({ accepted: "3", deliveries: [delivery("3", "ACCEPTED")] });
    expect(standingOf(accepted, TODAY)).toBe("done");
  });

  test("that is measured is never handed in", () => {
    const process = { id: "p", code: "HT", name: "Phục vụ", process: "ACCURACY" as const };
    expect(standingOf(line({ dueOn: "2026-06-01", product: process }), TODAY)).toBe("measured");
  });

  test("is listed with what is late first", () => {
    const lines = [line({ id: "open" }), line({ id: "late", dueOn: "2026-06-02" })];
    expect(lines.sort(inOrder(TODAY)).map((each) => each.id)).toEqual(["late", "open"]);
  });
});

import { describe, expect, test } from "vitest";
import {
  begun,
  dueAgain,
  type Earlier,
  exactOf,
  lacking,
  type Product,
  rowsOf,
  spreadOver,
} from "./draft";

const PRODUCT = { id: "p", name: "Báo cáo" } as Product;

describe("work to be assigned", () => {
  test("is due at the end of the month, or today where that is over", () => {
    expect(begun("2026-06-01", "2026-06-15").dueOn).toBe("2026-06-30");
    expect(begun("2026-06-01", "2026-07-02").dueOn).toBe("2026-07-02");
  });

  test("is due at the end of the quarter where that is the period", () => {
    expect(begun("2026-04-01", "2026-05-20", [2026]).dueOn).toBe("2026-06-30");
    expect(spreadOver(3, "2026-05-31", [2026]).map(({ dueOn }) => dueOn)).toEqual([
      "2026-05-31",
      "2026-09-30",
      "2026-12-31",
    ]);
  });

  test("says what is lacking", () => {
    const draft = begun("2026-06-01", "2026-06-15");
    expect(lacking(draft)).toEqual(["product", "people"]);
    expect(lacking({ ...draft, product: PRODUCT, people: ["a"], quantity: "0" })).toEqual([
      "quantity",
    ]);
  });

  test("is one row for each person, with all its parts", () => {
    const draft = {
      ...begun("2026-06-01", "2026-06-15"),
      product: PRODUCT,
      people: ["a", "b"],
      quantity: "2,5",
      parts: spreadOver(3, "2026-06-30"),
    };
    const rows = rowsOf(draft);
    expect(rows.map(({ posting }) => posting)).toEqual(["a", "b"]);
    expect(rows[0]).toMatchObject({ quantity: "2.5", dueOn: "2026-08-31", origin: "PLANNED" });
    expect(rows[0]?.spread?.map(({ share, dueOn }) => [share, dueOn])).toEqual([
      ["34", "2026-06-30"],
      ["33", "2026-07-31"],
      ["33", "2026-08-31"],
    ]);
  });

  test("of one month has no parts", () => {
    expect(spreadOver(1, "2026-06-30")).toEqual([]);
  });
});

describe("a quantity", () => {
  test("is a number above nothing", () => {
    expect([exactOf("2,5"), exactOf("0"), exactOf("-1"), exactOf("hai")]).toEqual([
      "2.5",
      null,
      null,
      null,
    ]);
  });
});

describe("work of last month", () => {
  const line = { dueOn: "2026-05-31" } as Earlier;

  test("is due on the same day of this month, never before today", () => {
    expect(dueAgain(line, "2026-06-01", "2026-06-15")).toBe("2026-06-30");
    expect(dueAgain({ ...line, dueOn: "2026-05-10" }, "2026-06-01", "2026-06-15")).toBe(
      "2026-06-30",
    );
    expect(dueAgain({ ...line, dueOn: "2026-05-20" }, "2026-06-01", "2026-06-15")).toBe(
      "2026-06-20",
    );
  });

  test("is due on the same day of the same month of this quarter", () => {
    const earlier = { ...line, dueOn: "2026-02-20" };
    expect(dueAgain(earlier, "2026-04-01", "2026-04-15", [2026])).toBe("2026-05-20");
    expect(dueAgain(earlier, "2026-04-01", "2026-06-02", [2026])).toBe("2026-06-30");
  });
});

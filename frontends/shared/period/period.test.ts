import { today } from "@congtam/format";
import { learn, say } from "@congtam/i18n";
import { CATALOGUE } from "@congtam/i18n/catalogue/index";
import { month } from "@congtam/i18n/catalogue/month";
import { afterEach, describe, expect, test } from "vitest";
import {
  keepQuarters,
  lastOfPeriod,
  lastPeriods,
  monthsIn,
  periodName,
  periodOf,
  periodsOf,
  shiftPeriod,
  spoken,
} from ".";

learn(month);

/** 2026 by quarters, between two years by months. */
const QUARTERS = [2026];

afterEach(() => {
  keepQuarters([]);
});

describe("a period", () => {
  test("is a month, or a quarter in the years that go by quarters", () => {
    expect(
      ["2025-12-31", "2026-05-20", "2027-01-01"].map((day) => monthsIn(day, QUARTERS)),
    ).toEqual([1, 3, 1]);
    expect(["2026-01-31", "2026-06-30", "2026-12-01", "2027-02-03"].map(first)).toEqual([
      "2026-01-01",
      "2026-04-01",
      "2026-10-01",
      "2027-02-01",
    ]);
    expect(lastOfPeriod("2026-05-20", QUARTERS)).toBe("2026-06-30");
    expect(lastOfPeriod("2027-02-03", QUARTERS)).toBe("2027-02-28");
  });

  test("has one before it and one after it, also where the length changes", () => {
    const around = (day: string) => [-1, 1].map((by) => shiftPeriod(day, by, QUARTERS));
    expect(around("2026-04-01")).toEqual(["2026-01-01", "2026-07-01"]);
    expect(around("2026-05-20")).toEqual(["2026-01-01", "2026-07-01"]);
    expect(around("2026-01-01")).toEqual(["2025-12-01", "2026-04-01"]);
    expect(around("2026-10-01")).toEqual(["2026-07-01", "2027-01-01"]);
    expect(around("2027-01-01")).toEqual(["2026-10-01", "2027-02-01"]);
    expect(shiftPeriod("2025-11-05", 3, QUARTERS)).toBe("2026-04-01");
    expect(shiftPeriod("2026-05-20", 0, QUARTERS)).toBe("2026-04-01");
  });

  test("stands in the list of its year as far as that has begun", () => {
    expect(periodsOf(2026, "2026-08-09", QUARTERS)).toEqual([
      "2026-07-01",
      "2026-04-01",
      "2026-01-01",
    ]);
    expect(periodsOf(2026, "2027-08-09", QUARTERS)[0]).toBe("2026-10-01");
    expect(periodsOf(2025, "2026-08-09", QUARTERS)).toHaveLength(12);
    expect(periodsOf(2027, "2026-08-09", QUARTERS)).toEqual(["2027-01-01"]);
  });

  test("is one of the last of twelve months", () => {
    expect(lastPeriods("2027-02-03", QUARTERS)).toEqual([
      "2027-02-01",
      "2027-01-01",
      "2026-10-01",
      "2026-07-01",
      "2026-04-01",
    ]);
    expect(lastPeriods("2026-06-15", [])).toHaveLength(12);
  });

  function first(day: string): string {
    return periodOf(day, QUARTERS);
  }
});

describe("its name", () => {
  test("is a month's or a quarter's", () => {
    expect(periodName("2026-04-01", 1)).toBe("04/2026");
    expect(periodName("2026-04-01", 3)).toBe("Quý II/2026");
    expect(spoken("2026-04-01", 1)).toEqual({ period: "tháng 04/2026", months: 1 });
    expect(spoken("2026-10-01", 3)).toEqual({ period: "quý IV/2026", months: 3 });
  });

  test("stands in texts as they need it", () => {
    expect(say("petitions.SCORE", spoken("2026-04-01", 3))).toBe("Kết quả quý II/2026");
    expect(say("petitions.SCORE", spoken("2026-04-01", 1))).toBe("Kết quả tháng 04/2026");
  });

  test("is also English", () => {
    const english = (key: "period.quarter" | "period.ofQuarter" | "period.ofMonth") => {
      const said = CATALOGUE[key][1];
      return typeof said === "function" && said({ number: 2, year: "2026", month: "04/2026" });
    };
    expect(english("period.quarter")).toBe("Q2 2026");
    expect(english("period.ofQuarter")).toBe("Q2 2026");
    expect(english("period.ofMonth")).toBe("04/2026");
  });
});

describe("what is asked without naming an agency", () => {
  test("is answered for the one of whoever is signed in", () => {
    const now = today();
    keepQuarters([Number(now.slice(0, 4))]);
    expect([monthsIn(now), say("staff.month")]).toEqual([3, "Quý của tôi"]);
    expect(say("month.noWork", { months: 1 })).toBe("Tháng này chưa có nhiệm vụ nào");
    expect(shiftPeriod(`${now.slice(0, 4)}-05-20`, 1)).toBe(`${now.slice(0, 4)}-07-01`);
    keepQuarters([]);
    expect([monthsIn(now), periodOf(now), say("staff.month")]).toEqual([
      1,
      `${now.slice(0, 7)}-01`,
      "Tháng của tôi",
    ]);
  });
});

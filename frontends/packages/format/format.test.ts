import { describe, expect, test } from "vitest";
import {
  byGivenName,
  compareDecimals,
  day,
  daysBetween,
  decimal,
  instant,
  lastOfMonth,
  laterOf,
  matches,
  minus,
  month,
  parseDay,
  parseDecimal,
  sameDayIn,
  shiftDay,
  shiftMonth,
  shiftPoint,
  today,
} from ".";

describe("a day", () => {
  test("is shown as people here write it", () => {
    expect(day("2026-03-09")).toBe("09/03/2026");
    expect(month("2026-03-01")).toBe("03/2026");
    expect(instant("2026-03-09T14:05:59.123+07:00")).toBe("09/03/2026 14:05");
  });

  test.each([
    ["9/3/2026", "2026-03-09"],
    [" 09.03.2026 ", "2026-03-09"],
    ["09-03-2026", "2026-03-09"],
    ["09032026", "2026-03-09"],
    ["2026-03-09", "2026-03-09"],
    ["29/2/2028", "2028-02-29"],
    ["29/2/2026", null],
    ["31/4/2026", null],
    ["3/2026", null],
    ["9/3/26", null],
    ["", null],
  ])("is read from what somebody types: %s", (typed, found) => {
    expect(parseDay(typed)).toBe(found);
  });

  test("is Vietnam's, wherever the machine stands", () => {
    expect(today(new Date("2026-06-14T17:00:00Z"))).toBe("2026-06-15");
    expect(today(new Date("2026-06-14T16:59:59Z"))).toBe("2026-06-14");
  });

  test("lies in a month that has neighbours across the year's end", () => {
    expect(shiftMonth("2026-01-01", -1)).toBe("2025-12-01");
    expect(shiftMonth("2026-12-15", 1)).toBe("2027-01-01");
    expect(daysBetween("2026-02-27", "2026-03-02")).toBe(3);
    expect(daysBetween("2026-03-02", "2026-02-27")).toBe(-3);
    expect(lastOfMonth("2026-12-01")).toBe("2026-12-31");
    expect(shiftDay("2026-02-28", 1)).toBe("2026-03-01");
    expect(sameDayIn("2026-02-01", "2026-01-30")).toBe("2026-02-28");
    expect([laterOf("2026-02-01", "2026-01-31"), laterOf("", "2026-01-31")]).toEqual([
      "2026-02-01",
      "2026-01-31",
    ]);
    expect(sameDayIn("2026-03-01", "2026-02-14")).toBe("2026-03-14");
  });
});

describe("a number", () => {
  test("keeps every digit that the server sent", () => {
    expect(decimal("1234567.89")).toBe("1.234.567,89");
    expect(decimal("89.995")).toBe("89,995");
    expect(decimal("-1000", "en")).toBe("-1,000");
    expect(decimal("12345678901234567890.12")).toBe("12.345.678.901.234.567.890,12");
    expect(decimal("—")).toBe("—");
  });

  test("can be typed with a comma or a point", () => {
    expect(parseDecimal("2,5")).toBe("2.5");
    expect(parseDecimal("2.5")).toBe("2.5");
    expect(parseDecimal("1.234,5")).toBe("1234.5");
    expect(parseDecimal("1,234.5", "en")).toBe("1234.5");
    expect(parseDecimal("hai")).toBeNull();
    expect(parseDecimal("")).toBeNull();
  });

  test("is compared and taken away exactly", () => {
    expect(compareDecimals("89.995", "90")).toBe(-1);
    expect(compareDecimals("10", "9.99")).toBe(1);
    expect(compareDecimals("2.50", "2.5")).toBe(0);
    expect(minus("3", "0.1")).toBe("2.9");
    expect(minus("0.1", "0.3")).toBe("-0.2");
    expect(minus("2", "2")).toBe("0");
  });
});

describe("a share", () => {
  test("becomes a percentage and back, digit by digit", () => {
    expect(shiftPoint("0.95", 2)).toBe("95");
    expect(shiftPoint("1", 2)).toBe("100");
    expect(shiftPoint("0", 2)).toBe("0");
    expect(shiftPoint("0.3333", 2)).toBe("33.33");
    expect(shiftPoint("100", -2)).toBe("1");
    expect(shiftPoint("95", -2)).toBe("0.95");
    expect(shiftPoint("7.5", -2)).toBe("0.075");
  });
});

describe("a name", () => {
  test("sorts by the given name, then by the whole", () => {
    const names = ["Bùi Thị Yến", "Võ Đình Ân", "Nguyễn Bá Duy", "Lê Văn Ân", "Phạm Văn Đức"];
    expect(names.sort(byGivenName)).toEqual([
      "Lê Văn Ân",
      "Võ Đình Ân",
      "Nguyễn Bá Duy",
      "Phạm Văn Đức",
      "Bùi Thị Yến",
    ]);
  });

  test("stands where the language's own order has it", () => {
    const vowels = Array.from("aăâeêioôơuưy", (letter) =>
      ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"].map((tone) => letter + tone),
    ).flat();
    const given = ["", "B", "Đ", "D", "Ng", "Nh", "Qu", "Tr"].flatMap((begin) =>
      vowels.flatMap((vowel) => [`${begin}${vowel}`, `${begin}${vowel}n`, `${begin}${vowel} K`]),
    );
    const names = given.map((each) => each.normalize("NFC"));
    const language = new Intl.Collator("vi", { sensitivity: "accent" });
    for (const [place, left] of names.entries()) {
      const right = names[(place * 131 + 17) % names.length] ?? "";
      const next = names[place + 1] ?? "";
      for (const other of [right, next]) {
        const ours = Math.sign(byGivenName(left, other));
        const theirs = language.compare(last(left), last(other)) || language.compare(left, other);
        expect([left, other, ours]).toEqual([left, other, Math.sign(theirs)]);
      }
    }
  });

  test("is found without its diacritics", () => {
    expect(matches("Đặng Thị Ngọc Bích", "dang bich")).toBe(true);
    expect(matches("Đặng Thị Ngọc Bích", "Đặng")).toBe(true);
    expect(matches("Đặng Thị Ngọc Bích", "bình")).toBe(false);
    expect(matches("Thái Bá Ước", "")).toBe(true);
  });
});

function last(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

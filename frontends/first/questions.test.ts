import { describe, expect, test } from "vitest";
import { firstQuestions } from "./questions";

const DOCUMENTS = {
  who: "query Who { me { id } }",
  month: "query Month($unit: ID!, $period: Date!) { unit(id: $unit) { id } }",
  sign: "mutation Sign($unit: ID!) { sign(unit: $unit) { id } }",
};

describe("what a page asks first", () => {
  test("is written down with its document and its variables", () => {
    const pages = { "/head/*": ["Who"], "/head/:unit": ["Month"] };
    expect(firstQuestions(pages, DOCUMENTS)).toEqual({
      "/head/*": [{ document: "who", variables: [] }],
      "/head/:unit": [{ document: "month", variables: ["unit", "period"] }],
    });
  });

  test("is named in its address, but for the month of today", () => {
    expect(() => firstQuestions({ "/head/:other": ["Month"] }, DOCUMENTS)).toThrow("unit");
  });

  test("is a question that a document asks, never a deed", () => {
    for (const name of ["Nothing", "Sign"]) {
      expect(() => firstQuestions({ "/head/:unit": [name] }, DOCUMENTS)).toThrow(name);
    }
  });
});

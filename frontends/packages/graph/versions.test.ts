import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Outcome } from "./outcome";
import { Versions } from "./versions";

interface Scoring {
  sheet: string;
  version: number;
}

const done = (value: unknown): Outcome<unknown> => ({ did: "done", value });

/** A gateway's rows: who sends the version that a row has raises it, others are refused. */
class Rows {
  readonly now = new Map<string, number>([["a", 3]]);

  readonly score = async ({ sheet, version }: Scoring): Promise<Outcome<unknown>> => {
    const now = this.now.get(sheet) ?? 1;
    if (now !== version) {
      return { did: "refused", refusal: { code: "STALE_VERSION", message: "…", field: null } };
    }
    this.now.set(sheet, now + 1);
    return done({ __typename: "Sheet", id: sheet, version: now + 1 });
  };
}

/** What holds a deed up until it is let go. */
function holding(): { held: Promise<void>; letGo: () => void } {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { held, letGo };
}

const SEEN = { sheet: "a", version: 3 };

describe("a deed on a row whose page still shows it as it was", () => {
  test("waits for those on their way, and follows them", async () => {
    const [rows, versions, { held, letGo }] = [new Rows(), new Versions(), holding()];
    const slow = versions.inTurn("sheet", SEEN, (told) => held.then(() => rows.score(told)));
    const more = [1, 2].map(() => versions.inTurn("sheet", SEEN, rows.score));
    await new Promise((resolve) => setTimeout(resolve));
    expect(rows.now.get("a")).toBe(3);
    letGo();
    const fates = await Promise.all([slow, ...more]);
    expect(fates.map(({ did }) => did)).toEqual(["done", "done", "done"]);
    expect(rows.now.get("a")).toBe(6);
  });

  test("is refused where somebody else came between", async () => {
    const [rows, versions, { held, letGo }] = [new Rows(), new Versions(), holding()];
    void versions.inTurn("sheet", SEEN, async (told) => {
      const outcome = await rows.score(told);
      await held;
      return outcome;
    });
    const second = versions.inTurn("sheet", SEEN, rows.score);
    await new Promise((resolve) => setTimeout(resolve));
    expect((await rows.score({ sheet: "a", version: 4 })).did).toBe("done");
    letGo();
    expect((await second).did).toBe("refused");
  });

  test("follows nothing once its page had the time to ask again", async () => {
    const [rows, versions] = [new Rows(), new Versions()];
    await versions.inTurn("sheet", SEEN, rows.score);
    expect((await versions.inTurn("sheet", SEEN, rows.score)).did).toBe("refused");
  });

  test("follows one that named it by something that hangs on it", async () => {
    const [rows, versions] = [new Rows(), new Versions()];
    const lift = (told: { version: number }) => rows.score({ sheet: "a", version: told.version });
    const lifted = versions.inTurn("deduction", { deduction: "d", version: 3 }, lift);
    const after = versions.inTurn("sheet", SEEN, rows.score);
    expect([(await lifted).did, (await after).did]).toEqual(["done", "done"]);
  });

  test("goes its way after one that was thrown", async () => {
    const [rows, versions] = [new Rows(), new Versions()];
    const thrown = versions.inTurn("sheet", SEEN, () => Promise.reject(new Error("…")));
    const after = versions.inTurn("sheet", SEEN, rows.score);
    await expect(thrown).rejects.toThrow();
    expect((await after).did).toBe("done");
  });
});

describe("a deed on many rows", () => {
  test("follows each by itself, and learns of those that were done", async () => {
    const versions = new Versions();
    const sent: unknown[] = [];
    const rows = [SEEN, { sheet: "b", version: 3 }];
    const sign = async (told: { rows: Scoring[] }) => {
      sent.push(told.rows);
      const refused = { __typename: "Refused", code: "STALE_VERSION" };
      return done({ outcomes: [{ __typename: "Sheet", id: "a", version: 5 }, refused] });
    };
    await Promise.all([1, 2].map(() => versions.inTurn("sheet", { rows }, sign)));
    expect(sent).toEqual([rows, [{ sheet: "a", version: 5 }, rows[1]]]);
  });
});

describe("a row named beside the one whose version is told", () => {
  test("lends it no version", async () => {
    const versions = new Versions();
    const parent = { __typename: "Unit", id: "parent", version: 2 };
    void versions.inTurn("unit", { unit: "parent", version: 1 }, async () => done(parent));
    const move = { unit: "child", parent: "parent", version: 1 };
    expect(await versions.inTurn("unit", move, async (told) => done(told))).toEqual(done(move));
  });
});

const GENERATED = join(import.meta.dirname, "generated");
/** Deeds after which nothing of their row is left to follow: it is gone or answered for, or the row
 * that they make is not the one whose version they name. */
const WITHOUT = [
  "AskReconsideration",
  "GrantDossier",
  "OrderOrganisationVerification",
  "RecordSalaryFund",
  "RemoveProduct",
  "SetBonusFund",
];

test("every deed that names a version asks for the one that it made", () => {
  const told = readFileSync(join(GENERATED, "persisted-documents.json"), "utf8");
  const texts = JSON.parse(told) as Record<string, string>;
  const folder = join(GENERATED, "documents");
  const modules = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const guarded = modules
    .join()
    .matchAll(/const (\w+)Document = \{"__meta__":\{"row":"\w+","hash":"(sha256:\w+)"/g);
  const found = [...guarded].map(([, name = "", hash = ""]) => ({ name, text: texts[hash] ?? "" }));
  expect(found.length).toBeGreaterThan(100);
  const silent = found.filter(({ text }) => !/ on \w+ \{[^}]*\bid\b[^}]*\bversion\b/.test(text));
  expect(silent.map(({ name }) => name).sort()).toEqual(WITHOUT);
});

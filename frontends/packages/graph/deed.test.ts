import { describe, expect, test } from "vitest";
import type { Graph } from "./client";
import { done } from "./deed";

/** A graph that answers every deed alike, to somebody whose session lives. */
function answering(answer: unknown): Graph {
  const client = { mutation: () => ({ toPromise: async () => answer }) };
  return { client, watch: { standing: () => "living" } } as unknown as Graph;
}

const failing = (code: string) => ({ error: { graphQLErrors: [{ extensions: { code } }] } });

describe("a deed", () => {
  test("that was done out of its reader's sight is told as done", async () => {
    expect(await done(answering(failing("RESULT_HIDDEN")), "id", {})).toEqual({ did: "hidden" });
  });

  test("that failed says with which code", async () => {
    const told = { did: "failed", code: "INTERNAL" };
    expect(await done(answering(failing("INTERNAL")), "id", {})).toEqual(told);
  });

  test("that was refused says why", async () => {
    const refusal = { __typename: "Refused", code: "STALE", message: "…", field: null };
    const answer = { data: { scoreSheet: refusal } };
    expect(await done(answering(answer), "id", {})).toEqual({ did: "refused", refusal });
  });
});

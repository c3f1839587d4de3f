import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback } from "react";
import type { AnyVariables } from "urql";
import { codeOf } from "./answer";
import type { Graph } from "./client";
import { useGraph } from "./context";
import { newId } from "./ids";
import type { Outcome, Refusal } from "./outcome";
import { byId, idOf, rowOf } from "./persisted";

export { useGraph };

/** The gateway's code for a deed that was done, and whose result its reader may not see. */
const HIDDEN = "RESULT_HIDDEN";

type Answered<Data> = Data[keyof Data];
/** What a deed returns where it is not refused. */
export type Payload<Data> = Exclude<Answered<Data>, { __typename: "Refused" }>;

export type Deed<Data, Variables> = (
  variables: Omit<Variables, "key">,
) => Promise<Outcome<Payload<Data>>>;

/** A deed with an idempotency key of its own; `label` says what it is, should it have to wait. What a
 * `secret` deed sends is never written down on this machine: it does not wait. */
export function useDeed<Data extends object, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  label: string,
  secret = false,
): Deed<Data, Variables> {
  const graph = useGraph();
  const id = idOf(document);
  const row = rowOf(document);
  return useCallback(
    (variables) =>
      graph.versions.inTurn(row, { key: newId(), ...variables }, async (keyed) => {
        const outcome = await done<Payload<Data>>(graph, id, keyed);
        if (outcome.did === "parked") {
          if (secret) graph.watch.drop();
          else graph.outbox.park({ document: id, variables: keyed, label });
        } else {
          // Its page shows what has become of it before anything more is done there.
          const fresh = graph.changes.announce();
          if (outcome.did !== "failed") await fresh;
        }
        return outcome;
      }),
    [graph, id, row, label, secret],
  );
}

/** Do one deed by the name of its document. */
export async function done<Value>(
  graph: Graph,
  document: string,
  variables: Record<string, unknown>,
): Promise<Outcome<Value>> {
  const { data, error } = await graph.client.mutation(byId(document), variables).toPromise();
  if (graph.watch.standing() !== "living") return { did: "parked" };
  if (error || !data) {
    const code = error ? codeOf(error) : "FAILED";
    return code === HIDDEN ? { did: "hidden" } : { did: "failed", code };
  }
  const [value] = Object.values(data as Record<string, Value | (Refusal & { __typename: string })>);
  const refused = value as (Refusal & { __typename: string }) | undefined;
  if (refused?.__typename === "Refused") return { did: "refused", refusal: refused };
  return { did: "done", value: value as Value };
}

import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useEffect, useRef } from "react";
import { type AnyVariables, type CombinedError, useQuery } from "urql";
import { useGraph } from "./context";
import { persisted } from "./persisted";

/** What a question has found so far. */
export type Answer<Data> =
  | { state: "loading" }
  | { state: "failed"; code: string; again: () => void }
  | { state: "ready"; data: Data };

/** Ask when the screen is shown, and again whenever a deed has changed something. */
export function useAnswer<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  skip = false,
): Answer<Data> {
  const { changes, client } = useGraph();
  const query = persisted(document);
  const [found, ask] = useQuery<Data, Variables>({ query, variables, pause: skip });
  const asked = useRef(variables);
  useEffect(() => {
    asked.current = variables;
  });
  useEffect(() => {
    if (skip) return;
    const again = () => client.query(query, asked.current, { requestPolicy: "network-only" });
    return changes.subscribe(() => again().toPromise());
  }, [changes, client, query, skip]);
  if (found.data) return { state: "ready", data: found.data };
  if (!found.error) return { state: "loading" };
  return { state: "failed", code: codeOf(found.error), again: () => ask() };
}

/** The code of what went wrong; NETWORK where the gateway was not reached. */
export function codeOf(error: CombinedError): string {
  const code = error.graphQLErrors[0]?.extensions?.code;
  return typeof code === "string" ? code : error.networkError ? "NETWORK" : "FAILED";
}

import type { TypedDocumentNode } from "@graphql-typed-document-node/core";

/** A document as the build leaves it: nothing but the name under which the gateway knows its text, and
 * for a deed the variable that tells the row whose version it names. */
interface Built {
  __meta__: { hash: string; row?: string };
}

interface Persisted {
  kind: "Document";
  definitions: [];
  documentId: string;
}

const known = new Map<string, Persisted>();

export function idOf(document: TypedDocumentNode<never, never> | object): string {
  return (document as unknown as Built).__meta__.hash;
}

export function rowOf(document: object): string | undefined {
  return (document as Built).__meta__.row;
}

/** What urql sends as `documentId`, the same object each time. */
export function persisted<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
): TypedDocumentNode<Data, Variables> {
  return byId(idOf(document)) as unknown as TypedDocumentNode<Data, Variables>;
}

export function byId(id: string): TypedDocumentNode {
  const found = known.get(id) ?? { kind: "Document", definitions: [], documentId: id };
  known.set(id, found as Persisted);
  return found as unknown as TypedDocumentNode;
}

/** What urql asks of a GraphQL parser and printer, where there is neither: a portal names its documents
 * (decision 0020), so that none is ever read or written in a page. The build puts it in their place. */
export const Kind = {
  NAME: "Name",
  FIELD: "Field",
  DOCUMENT: "Document",
  OPERATION_DEFINITION: "OperationDefinition",
  FRAGMENT_DEFINITION: "FragmentDefinition",
};

export function print(): string {
  return "";
}

export function parse(): never {
  throw new Error("A portal sends documents by their names.");
}

/** An error as the gateway tells it. */
export class GraphQLError extends Error {
  constructor(
    message: string,
    _nodes?: unknown,
    _source?: unknown,
    _positions?: unknown,
    readonly path?: readonly (string | number)[],
    readonly originalError?: unknown,
    readonly extensions: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = "GraphQLError";
  }
}

import { type OperationDefinitionNode, parse } from "graphql";

interface Question {
  /** The id of its document. */
  document: string;
  /** The names of its variables. */
  variables: string[];
}

/** For the gateway, the questions that pages ask first, by the pattern of their address. `pages` has
 * the names of the queries; an address names their variables, but that `period` may be left to the
 * month of today. `documents` are the trusted texts by their ids. */
export function firstQuestions(
  pages: Record<string, string[]>,
  documents: Record<string, string>,
): Record<string, Question[]> {
  const known = queries(documents);
  const asked = (path: string, name: string) => {
    const found = known.get(name);
    if (!found) throw new Error(`first/questions.json: no document asks ${name}`);
    const named = new Set(["period", ...path.split("/").map((part) => part.replace(/^:/, ""))]);
    const unnamed = found.variables.filter((each) => !named.has(each));
    if (unnamed.length > 0) throw new Error(`${path} does not name what ${name} asks: ${unnamed}`);
    return found;
  };
  return Object.fromEntries(
    Object.entries(pages).map(([path, names]) => [path, names.map((name) => asked(path, name))]),
  );
}

function queries(documents: Record<string, string>): Map<string, Question> {
  const found = new Map<string, Question>();
  for (const [document, text] of Object.entries(documents)) {
    const operations = parse(text).definitions.filter(
      (each): each is OperationDefinitionNode => each.kind === "OperationDefinition",
    );
    for (const { name, operation, variableDefinitions = [] } of operations) {
      if (operation !== "query" || !name) continue;
      const variables = variableDefinitions.map(({ variable }) => variable.name.value);
      found.set(name.value, { document, variables });
    }
  }
  return found;
}

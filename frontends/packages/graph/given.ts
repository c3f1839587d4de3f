import { language } from "@congtam/i18n";
import { takeGiven } from "@congtam/session";
import { createRequest, type Exchange, makeOperation, mapExchange, ssrExchange } from "urql";
import { byId } from "./persisted";

const FIRST_FOR = 1_000;

interface Asked {
  documentId: string;
  variables: Record<string, unknown>;
}

/** The answers that came with the page: what asks first finds them at once, without awaiting anything.
 * The first exchange stands before the cache, the second behind it. */
export function givenAnswers(): [before: Exchange, behind: Exchange] {
  const answers: Record<number, { data: string }> = {};
  for (const [body, answer] of takeGiven(language())) {
    const { documentId, variables } = JSON.parse(body) as Asked;
    const { data } = JSON.parse(answer) as { data: unknown };
    answers[createRequest(byId(documentId), variables).key] = { data: JSON.stringify(data) };
  }
  const fresh = new Set(Object.keys(answers).map(Number));
  const before = mapExchange({
    onOperation: (operation) => {
      if (!fresh.has(operation.key) || operation.context.requestPolicy !== POLICY) return operation;
      // A component asks as it is rendered and once more as it is shown.
      setTimeout(() => fresh.delete(operation.key), FIRST_FOR);
      return makeOperation(operation.kind, operation, {
        ...operation.context,
        requestPolicy: "cache-first",
      });
    },
  });
  return [before, ssrExchange({ initialState: answers, isClient: true })];
}

/** Show what is known, and ask again. */
export const POLICY = "cache-and-network";

import { language } from "@congtam/i18n";
import { type Drafts, Outbox, type Watch, within } from "@congtam/session";
import { Client, cacheExchange, fetchExchange } from "urql";

/** One page's way to the gateway. */
export interface Graph {
  readonly client: Client;
  readonly watch: Watch;
  readonly outbox: Outbox;
  /** Something was changed: what is shown asks again. */
  readonly changes: Changes;
}

export class Changes {
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

export function makeGraph(watch: Watch, drafts: Drafts): Graph {
  const client = new Client({
    url: within("/graphql"),
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    requestPolicy: "cache-and-network",
    fetch: (input, init) => send(watch, input, init),
  });
  return { client, watch, outbox: new Outbox(drafts), changes: new Changes() };
}

/** With the session's token and the page's language; once more where only the token was too old. */
export async function send(
  watch: Watch,
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const once = () => fetch(input, { ...init, headers: headers(watch, init) });
  const answer = await once();
  if (answer.status !== 401 && answer.status !== 403) return answer;
  return (await watch.refused()) ? once() : answer;
}

function headers(watch: Watch, init?: RequestInit): Headers {
  const all = new Headers(init?.headers);
  all.set("x-csrf-token", watch.session.csrfToken);
  all.set("accept-language", language());
  return all;
}

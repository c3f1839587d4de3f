import { language } from "@congtam/i18n";
import { type Drafts, Outbox, takeAnswer, type Watch, within } from "@congtam/session";
import { Client, cacheExchange, fetchExchange } from "urql";
import { givenAnswers, POLICY } from "./given";
import { Versions } from "./versions";

/** One page's way to the gateway. */
export interface Graph {
  readonly client: Client;
  readonly watch: Watch;
  readonly outbox: Outbox;
  /** Something was changed: what is shown asks again. */
  readonly changes: Changes;
  readonly versions: Versions;
}

/** Asks again; done once the answer is there. */
type Listener = () => Promise<unknown>;

/** No longer is an answer awaited before a deed is told as done: a poor link would hold it up. */
const LONGEST = 8_000;

export class Changes {
  readonly #listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Done once everything shown has its fresh answer, or could not get it. */
  async announce(): Promise<void> {
    const fresh = Promise.allSettled([...this.#listeners].map((ask) => ask()));
    const late = new Promise((resolve) => setTimeout(resolve, LONGEST));
    await Promise.race([fresh, late]);
  }
}

export function makeGraph(watch: Watch, drafts: Drafts): Graph {
  const note = firstQuestions(drafts);
  const [before, behind] = givenAnswers();
  const client = new Client({
    url: within("/graphql"),
    exchanges: [before, cacheExchange, behind, fetchExchange],
    preferGetMethod: false,
    requestPolicy: POLICY,
    fetch: (input, init) => {
      note(init?.body);
      return send(watch, input, init);
    },
  });
  const outbox = new Outbox(drafts);
  return { client, watch, outbox, changes: new Changes(), versions: new Versions() };
}

const FIRST_FOR = 1_000;
const MOST_FIRST = 4;

/** Remembers what a page asks first, for its first script to ask at once the next time. */
function firstQuestions(drafts: Drafts): (body: unknown) => void {
  const name = `first.${location.pathname}`;
  const asked: string[] = [];
  let over = false;
  return (body) => {
    if (over || asked.length === MOST_FIRST || typeof body !== "string" || isDeed(body)) return;
    if (asked.length === 0) setTimeout(() => (over = true), FIRST_FOR);
    asked.push(body);
    drafts.keep(name, asked);
  };
}

/** Every deed carries a key of its own. */
function isDeed(body: string): boolean {
  return (JSON.parse(body) as { variables?: { key?: string } }).variables?.key !== undefined;
}

/** With the session's token and the page's language; once more where only the token was too old. */
export async function send(
  watch: Watch,
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const once = () => fetch(input, { ...init, headers: headers(watch, init) });
  const begun = typeof init?.body === "string" ? await taken(init.body) : null;
  if (begun !== null) return begun;
  const answer = await once();
  if (answer.status !== 401 && answer.status !== 403) return answer;
  return (await watch.refused()) ? once() : answer;
}

/** What the first script has asked already, where that went well. */
async function taken(body: string): Promise<Response | null> {
  const answer = await takeAnswer(body)?.catch(() => null);
  return answer?.ok ? answer : null;
}

function headers(watch: Watch, init?: RequestInit): Headers {
  const all = new Headers(init?.headers);
  all.set("x-csrf-token", watch.session.csrfToken);
  all.set("accept-language", language());
  return all;
}

import type { Outcome } from "./outcome";

/** What deeds have made of rows: the version that follows one that was sent, by `id version`. */
type Made = Map<string, number>;

/** Deeds of one page are sent one after the other.
 *
 * A deed names the version of the row that its person has seen, so that nobody overwrites what he has
 * not seen. What he does while a deed of his own is on its way, and until its page has asked again,
 * names the version before it, and would be refused as if somebody else had been there. So it waits,
 * and follows to the version that he made himself; one that somebody else made is never followed. */
export class Versions {
  #last: Promise<Made> | null = null;

  /** Send a deed after those that go on. `row` is the name under which its variables tell the row of a
   * version. */
  inTurn<Variables, Value>(
    row: string | undefined,
    variables: Variables,
    send: (variables: Variables) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> {
    const made: Made = new Map();
    const sent = this.#after(this.#last, made, async () => {
      const told = followed(variables, row, made) as Variables;
      const outcome = await send(told);
      if (outcome.did === "done") learn(made, versionsIn(told, row), outcome.value);
      return outcome;
    });
    return this.#until(sent, made).then(() => sent);
  }

  async #after<Value>(before: Promise<Made> | null, made: Made, deed: () => Promise<Value>) {
    for (const next of (await before) ?? []) made.set(...next);
    return deed();
  }

  /** Until a deed is over, well or not, what comes after it waits. */
  async #until(sent: Promise<unknown>, made: Made): Promise<void> {
    const over = sent.then(
      () => made,
      () => made,
    );
    this.#last = over;
    await over;
    if (this.#last === over) this.#last = null;
  }
}

/** The payload is read in the deed's own transaction: whatever stands there, the deed has made of what
 * was sent. A row that was not sent by its id is the deed's own all the same, and was raised by one. */
function learn(made: Made, sent: Map<string, number>, payload: unknown): void {
  for (const [id, version] of versionsIn(payload, "id")) {
    made.set(`${id} ${sent.get(id) ?? version - 1}`, version);
  }
}

function followed(told: unknown, row: string | undefined, made: Made): unknown {
  if (typeof told !== "object" || told === null) return told;
  if (Array.isArray(told)) return told.map((each) => followed(each, row, made));
  const copy = Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, followed(value, row, made)]),
  );
  const seen = versionOf(copy, row);
  return seen ? { ...copy, version: latest(made, ...seen) } : copy;
}

function latest(made: Made, id: string, seen: number): number {
  const next = made.get(`${id} ${seen}`) ?? seen;
  return next > seen ? latest(made, id, next) : seen;
}

/** Each row that stands with its version somewhere in `told`; `row` is the name of its id there. */
function versionsIn(told: unknown, row: string | undefined, found = new Map<string, number>()) {
  if (typeof told !== "object" || told === null) return found;
  const seen = versionOf(told as Record<string, unknown>, row);
  if (seen) found.set(...seen);
  for (const value of Object.values(told)) versionsIn(value, row, found);
  return found;
}

function versionOf(told: Record<string, unknown>, row = ""): [string, number] | null {
  const { [row]: id, version } = told;
  return typeof id === "string" && typeof version === "number" ? [id, version] : null;
}

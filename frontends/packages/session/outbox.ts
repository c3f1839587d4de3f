import type { Drafts } from "./drafts";

const NAME = "outbox";

/** A deed that could not be sent because the session had ended. Its variables carry the idempotency
 * key, so that the server does it once even if it is sent twice. */
export interface Parked {
  document: string;
  variables: Record<string, unknown>;
  /** What it is called when its fate is told. */
  label: string;
}

/** Deeds that wait for their person to sign in again; then each is sent once. */
export class Outbox {
  constructor(private readonly drafts: Drafts) {}

  park(deed: Parked): void {
    this.drafts.keep(NAME, [...this.#waiting(), deed]);
  }

  /** Send what waits, in its order; what cannot be sent (`false`) stays, and all that comes after it. */
  async flush(send: (deed: Parked) => Promise<boolean>): Promise<void> {
    for (let next = this.#waiting()[0]; next; next = this.#waiting()[0]) {
      if (!(await send(next))) return;
      const rest = this.#waiting().slice(1);
      if (rest.length > 0) this.drafts.keep(NAME, rest);
      else this.drafts.forget(NAME);
    }
  }

  #waiting(): Parked[] {
    return this.drafts.read<Parked[]>(NAME) ?? [];
  }
}

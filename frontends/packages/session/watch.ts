import { currentSession } from "./session";
import type { SignedIn } from "./signed-in";

/** Where the session stands: it lives, or it has ended while the page was open; `unsent` where what
 * was being sent then is not kept, since it is to be written down nowhere. */
export type Standing = "living" | "ended" | "unsent" | "other-person";

/** One page's session: its token, and whether it still lives. */
export class Watch {
  #session: SignedIn;
  #standing: Standing = "living";
  readonly #listeners = new Set<() => void>();

  constructor(
    session: SignedIn,
    private readonly ask: () => ReturnType<typeof currentSession> = currentSession,
  ) {
    this.#session = session;
  }

  get session(): SignedIn {
    return this.#session;
  }

  readonly standing = (): Standing => this.#standing;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A request was refused for want of a session. Whether it may be sent again, with a new token. */
  async refused(): Promise<boolean> {
    const found = await this.ask();
    if (!found.signedIn) return this.#become("ended");
    // Signed in again in another tab: the same person goes on, another one must not.
    if (found.person !== this.#session.person) return this.#become("other-person");
    this.#session = found;
    return true;
  }

  /** What was being sent when the session ended is dropped. */
  drop(): void {
    if (this.#standing === "ended") this.#become("unsent");
  }

  #become(standing: Standing): false {
    this.#standing = standing;
    for (const listener of this.#listeners) listener();
    return false;
  }
}

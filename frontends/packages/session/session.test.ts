import { beforeEach, describe, expect, test } from "vitest";
import { Drafts, Outbox, type Parked, type Session, type SignedIn, Watch } from ".";

class Memory implements Storage {
  readonly #kept = new Map<string, string>();
  get length(): number {
    return this.#kept.size;
  }
  key(place: number): string | null {
    return [...this.#kept.keys()][place] ?? null;
  }
  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#kept.set(key, value);
  }
  removeItem(key: string): void {
    this.#kept.delete(key);
  }
  clear(): void {
    this.#kept.clear();
  }
}

const DEED: Parked = { document: "sha256:1", variables: { key: "k" }, label: "Báo cáo" };
let memory: Memory;

beforeEach(() => {
  memory = new Memory();
});

describe("a draft", () => {
  test("comes back as it was typed", () => {
    new Drafts(memory, "an").keep("self", { comment: "Đã xong" });
    expect(new Drafts(memory, "an").read("self")).toEqual({ comment: "Đã xong" });
  });

  test("is nobody else's", () => {
    new Drafts(memory, "an").keep("self", 1);
    expect(new Drafts(memory, "binh").read("self")).toBeNull();
    new Drafts(memory, "binh").clear();
    expect(new Drafts(memory, "an").read("self")).toBe(1);
  });

  test("is forgotten at sign-out, each of them", () => {
    const drafts = new Drafts(memory, "an");
    for (const name of ["a", "b", "c"]) drafts.keep(name, name);
    drafts.clear();
    expect(memory.length).toBe(0);
  });

  test("that cannot be read is dropped", () => {
    memory.setItem("congtam.draft.an.self", "{");
    expect(new Drafts(memory, "an").read("self")).toBeNull();
    expect(memory.length).toBe(0);
  });
});

describe("a parked deed", () => {
  test("is sent once, in the order of parking", async () => {
    const outbox = new Outbox(new Drafts(memory, "an"));
    outbox.park(DEED);
    outbox.park({ ...DEED, document: "sha256:2" });
    const sent: string[] = [];
    const send = async (deed: Parked) => sent.push(deed.document) > 0;
    await outbox.flush(send);
    await outbox.flush(send);
    expect(sent).toEqual(["sha256:1", "sha256:2"]);
    expect(memory.length).toBe(0);
  });

  test("waits on where it could not be sent", async () => {
    const outbox = new Outbox(new Drafts(memory, "an"));
    outbox.park(DEED);
    await outbox.flush(async () => false);
    const sent: Parked[] = [];
    await outbox.flush(async (deed) => sent.push(deed) > 0);
    expect(sent).toEqual([DEED]);
  });
});

describe("a session", () => {
  const session: SignedIn = {
    unlinked: null,
    quarters: [],
    signedIn: true,
    name: "Ngô Thị Lan Anh",
    person: "an",
    csrfToken: "first",
    idleSeconds: 900,
    endsAt: "2026-06-15T12:00:00+07:00",
  };
  const watch = (found: Session) => new Watch(session, async () => found);

  test("that was renewed elsewhere goes on with its new token", async () => {
    const kept = watch({ ...session, csrfToken: "second" });
    expect(await kept.refused()).toBe(true);
    expect([kept.standing(), kept.session.csrfToken]).toEqual(["living", "second"]);
  });

  test("that has ended says so to whoever listens", async () => {
    const kept = watch({ signedIn: false });
    let told = 0;
    kept.subscribe(() => told++);
    expect(await kept.refused()).toBe(false);
    expect([kept.standing(), told]).toEqual(["ended", 1]);
  });

  test("that ended while a secret was being sent says that it is not kept", async () => {
    const kept = watch({ signedIn: false });
    kept.drop();
    expect(kept.standing()).toBe("living");
    await kept.refused();
    kept.drop();
    expect(kept.standing()).toBe("unsent");
  });

  test("of somebody else sends nothing of the first person", async () => {
    const kept = watch({ ...session, person: "binh" });
    expect(await kept.refused()).toBe(false);
    expect(kept.standing()).toBe("other-person");
  });
});

/** What somebody has typed and not sent, kept on this machine for him alone until it is sent. */
export class Drafts {
  constructor(
    private readonly storage: Storage,
    private readonly person: string,
  ) {}

  read<Draft>(name: string): Draft | null {
    const kept = this.storage.getItem(this.#key(name));
    if (kept === null) return null;
    try {
      return JSON.parse(kept) as Draft;
    } catch {
      this.forget(name);
      return null;
    }
  }

  keep(name: string, draft: unknown): void {
    this.storage.setItem(this.#key(name), JSON.stringify(draft));
  }

  forget(name: string): void {
    this.storage.removeItem(this.#key(name));
  }

  /** Forget everything of this person: he signs out, and others use the machine. */
  clear(): void {
    const prefix = this.#key("");
    for (const key of keys(this.storage)) {
      if (key.startsWith(prefix)) this.storage.removeItem(key);
    }
  }

  #key(name: string): string {
    return `congtam.draft.${this.person}.${name}`;
  }
}

function keys(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "");
}

import type { Session } from "./signed-in";

/** What the page's first script has begun while the rest was on its way. */
export interface First {
  /** Who is signed in; null once it was taken. */
  session: Promise<Session> | null;
  /** Answers to questions, by the body of the request. */
  answers: Map<string, Promise<Response>>;
}

declare global {
  interface Window {
    congtamFirst?: First;
  }
}

/** Who is signed in, where it was asked already; told once, since it grows old. */
export function takeSession(): Promise<Session> | null {
  const found = globalThis.window?.congtamFirst;
  if (found === undefined) return null;
  const { session } = found;
  found.session = null;
  return session;
}

/** The answer to a question that was asked already; told once. */
export function takeAnswer(body: string): Promise<Response> | null {
  const answers = globalThis.window?.congtamFirst?.answers;
  const found = answers?.get(body) ?? null;
  answers?.delete(body);
  return found;
}

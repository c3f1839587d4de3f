import { within } from "./entrance";
import { takeSession } from "./first";
import { takeGivenSession } from "./given";
import type { Session } from "./signed-in";

/** What the page was told with itself, else asked; the session lives there, the page sees no token.
 * A portal's first script has looked already; the welcome page has none. */
export async function currentSession(): Promise<Session> {
  const known = takeSession() ?? takeGivenSession();
  if (known !== null) return known;
  const answer = await fetch(within("/auth/session"), { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`/auth/session: ${answer.status}`);
  return (await answer.json()) as Session;
}

/** Where to sign in, coming back to this page. */
export function loginUrl(): string {
  const here = window.location.pathname + window.location.search;
  return within(`/auth/login?return_to=${encodeURIComponent(here)}`);
}

/** End the session here, then at the issuer. */
export async function signOut(csrfToken: string): Promise<void> {
  const answer = await fetch(within("/auth/logout"), {
    method: "POST",
    headers: { "x-csrf-token": csrfToken },
  });
  const { location } = (await answer.json()) as { location?: string };
  window.location.assign(location ?? "/");
}

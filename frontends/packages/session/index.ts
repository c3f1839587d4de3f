/** Who is signed in, as `/auth/session` tells it. */
export type Session =
  | { signedIn: false }
  | {
      signedIn: true;
      name: string | null;
      person: string | null;
      csrfToken: string;
      idleSeconds: number;
      endsAt: string;
    };

/** Ask the gateway; the session itself lives there, the page never sees a token. */
export async function currentSession(): Promise<Session> {
  const answer = await fetch("/auth/session", { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`/auth/session: ${answer.status}`);
  return (await answer.json()) as Session;
}

/** Where to sign in, coming back to this page. */
export function loginUrl(): string {
  const here = window.location.pathname + window.location.search;
  return `/auth/login?return_to=${encodeURIComponent(here)}`;
}

/** End the session here, then at the issuer. */
export async function signOut(csrfToken: string): Promise<void> {
  const answer = await fetch("/auth/logout", {
    method: "POST",
    headers: { "x-csrf-token": csrfToken },
  });
  const { location } = (await answer.json()) as { location?: string };
  window.location.assign(location ?? "/");
}

/** Ask one trusted document, by its id, on behalf of the session. */
export async function ask<Data>(
  csrfToken: string,
  documentId: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const answer = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrf-token": csrfToken },
    body: JSON.stringify({ documentId, variables }),
  });
  const body = (await answer.json()) as { data?: Data; errors?: { message: string }[] };
  if (!body.data) throw new Error(body.errors?.[0]?.message ?? `${answer.status}`);
  return body.data;
}

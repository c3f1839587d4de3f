import type { First, Session } from "@congtam/session";

// The first script of every portal, small and whole: while the rest of the page is on its way it asks
// who is signed in, and with the answer the questions that this page asked first when it was shown
// last. It imports nothing that runs; packages/session and packages/graph take over what it began.

const entrance = location.pathname.startsWith("/party") ? "/party" : "";

async function ask(): Promise<Session> {
  // As the page itself has asked already (the link in its head), or the browser asks once more.
  const answer = await fetch(`${entrance}/auth/session`);
  if (!answer.ok) throw new Error(`/auth/session: ${answer.status}`);
  return (await answer.json()) as Session;
}

/** What this person's page asked first the last time, as it was sent. */
function asked(person: string | null): string[] {
  const owner = `${person ?? "nobody"}${entrance === "" ? "" : ".party"}`;
  const kept = localStorage.getItem(`congtam.draft.${owner}.first.${location.pathname}`);
  return kept === null ? [] : (JSON.parse(kept) as string[]);
}

const session = ask();
const first: First = { session, answers: new Map() };
session
  .then((found) => {
    if (!found.signedIn) return;
    for (const body of asked(found.person)) {
      const headers = {
        accept: "application/graphql-response+json, application/json",
        "accept-language": localStorage.getItem("congtam.language") === "en" ? "en" : "vi",
        "content-type": "application/json",
        "x-csrf-token": found.csrfToken,
      };
      const answer = fetch(`${entrance}/graphql`, { method: "POST", headers, body });
      // Nobody may ask for it; then its failure is nobody's business either.
      answer.catch(() => {});
      first.answers.set(body, answer);
    }
  })
  .catch(() => {});
window.congtamFirst = first;

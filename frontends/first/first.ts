import type { First, Session } from "@congtam/session";
import { takeGivenSession } from "@congtam/session/given";
import { foresee } from "./foreseen";

// The first of every page's scripts, with texts and session beside it: while the rest of the page is
// on its way it asks the questions that this page asked first when it was shown last, unless the page
// was given their answers; and who is signed in, unless it was told. packages/session and
// packages/graph take over what it began.

const entrance = location.pathname.startsWith("/party") ? "/party" : "";
const language = localStorage.getItem("congtam.language") === "en" ? "en" : "vi";

async function told(): Promise<Session> {
  const given = takeGivenSession();
  if (given !== null) return given;
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

// The answers that came with the page, and the bodies of their questions.
const given = [...document.querySelectorAll<HTMLElement>(`script[data-language="${language}"]`)];
const answered = new Set(given.map(({ dataset }) => dataset.asked));
foresee(given);
const session = told();
const first: First = { session, answers: new Map() };
session
  .then((found) => {
    if (!found.signedIn) return;
    for (const body of asked(found.person)) {
      if (answered.has(body)) continue;
      const headers = {
        accept: "application/graphql-response+json, application/json",
        "accept-language": language,
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

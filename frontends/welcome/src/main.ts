import { language, say } from "@congtam/i18n";
import { currentSession } from "@congtam/session";
import { lastPortal, pathOf } from "@congtam/shared/portals";

const page = document.getElementById("page") as HTMLElement;

/** An element with its text; text is always text, never markup. */
function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function signIn(): HTMLElement {
  const link = element("a", say("welcome.signIn"));
  link.className = "button";
  link.dataset.kind = "main";
  link.setAttribute("href", `/auth/login?return_to=${encodeURIComponent("/")}`);
  return link;
}

/** Whoever is signed in goes on to the portal that he used last; others sign in. */
async function show(): Promise<void> {
  document.documentElement.lang = language();
  const title = element("h1", say("shell.name"));
  const session = await currentSession();
  if (session.signedIn) {
    page.replaceChildren(title, element("p", say("welcome.opening")));
    location.replace(pathOf(lastPortal()));
    return;
  }
  page.replaceChildren(title, element("p", say("welcome.why")), signIn());
}

show().catch(() => {
  page.replaceChildren(element("h1", say("shell.name")), element("p", say("ui.offline")));
});

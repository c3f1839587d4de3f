import { GraphProvider, makeGraph } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { currentSession, Drafts, enterBy, loginUrl, type SignedIn, Watch } from "@congtam/session";
import { keepQuarters } from "@congtam/shared/period";
import { Failed, Toasts } from "@congtam/ui";
import { createRoot, type Root } from "react-dom/client";
import { DraftsContext } from "./drafts";
import { flush } from "./flush";
import type { Portal } from "./portal";
import { remember } from "./portals";
import { followLinks } from "./route";
import { Shell } from "./shell";

/** Show a portal to whoever is signed in; others sign in first and come back to this page. */
export async function startPortal(portal: Portal): Promise<void> {
  if (portal.name === "party") enterBy("/party");
  const root = createRoot(document.getElementById("page") as HTMLElement);
  try {
    const session = await currentSession();
    if (!session.signedIn) location.replace(loginUrl());
    else show(root, portal, session);
  } catch {
    root.render(<Failed isPage code="NETWORK" again={() => location.reload()} />);
  }
}

function show(root: Root, portal: Portal, session: SignedIn): void {
  keepQuarters(session.quarters);
  const drafts = new Drafts(localStorage, draftsOf(portal, session));
  const graph = makeGraph(new Watch(session), drafts);
  if (portal.gate === undefined) remember(portal.name);
  addEventListener("click", followLinks);
  // A page that comes back as it was left may show what its reader may see no longer.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  root.render(
    <GraphProvider graph={graph}>
      <DraftsContext value={drafts}>
        <Shell portal={portal} />
        <Toasts />
      </DraftsContext>
    </GraphProvider>,
  );
  void flush(graph, say);
}

/** Each entrance keeps what is typed apart: a session that has ended at one may live on at another. */
function draftsOf(portal: Portal, session: SignedIn): string {
  const person = session.person ?? "nobody";
  return portal.name === "party" ? `${person}.party` : person;
}

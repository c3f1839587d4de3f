import { done, type Graph } from "@congtam/graph";
import type { Say } from "@congtam/i18n";
import { tell } from "@congtam/ui";

/** Send what had to wait for signing in again, once, and say what became of it. */
export async function flush(graph: Graph, say: Say): Promise<void> {
  await graph.outbox.flush(async (parked) => {
    const outcome = await done(graph, parked.document, parked.variables);
    if (outcome.did === "parked" || (outcome.did === "failed" && outcome.code === "NETWORK")) {
      return false;
    }
    if (outcome.did === "done" || outcome.did === "hidden") {
      tell(say("shell.sentAfterLogin", { what: parked.label }));
    } else {
      const why = outcome.did === "refused" ? outcome.refusal.message : outcome.code;
      tell(say("shell.refusedAfterLogin", { what: parked.label, why }), "bad");
    }
    void graph.changes.announce();
    return true;
  });
}

import type { ReactNode } from "react";
import { Provider } from "urql";
import type { Graph } from "./client";
import { GraphContext } from "./context";

/** Everything beneath asks and acts through one graph. */
export function GraphProvider({ graph, children }: { graph: Graph; children: ReactNode }) {
  return (
    <GraphContext value={graph}>
      <Provider value={graph.client}>{children}</Provider>
    </GraphContext>
  );
}

import { createContext, use } from "react";
import type { Graph } from "./client";

export const GraphContext = createContext<Graph | null>(null);

export function useGraph(): Graph {
  const found = use(GraphContext);
  if (!found) throw new Error("useGraph is for what stands beneath a GraphProvider");
  return found;
}

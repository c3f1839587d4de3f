import { today } from "@congtam/format";
import type { WhoQuery } from "@congtam/graph";
import { createContext, use } from "react";

/** Who is here, as the shell has asked it; null until that is answered. */
export const WhoContext = createContext<WhoQuery | null>(null);

export function useWho(): WhoQuery | null {
  return use(WhoContext);
}

/** Today as the gateway knows it; this machine's day only until the gateway has said it. */
export function useToday(): string {
  return useWho()?.today ?? today();
}

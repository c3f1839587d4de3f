import type { Drafts } from "@congtam/session";
import { createContext, use, useCallback, useState } from "react";

export const DraftsContext = createContext<Drafts | null>(null);

/** A value that is kept on this machine while it is typed: what is set stays until it is forgotten. */
export function useDrafts<Draft>(name: string): [Draft | null, (draft: Draft) => void, () => void] {
  const drafts = use(DraftsContext);
  if (!drafts) throw new Error("useDrafts is for what stands in a portal");
  const [draft, setDraft] = useState<Draft | null>(() => drafts.read<Draft>(name));
  const keep = useCallback(
    (next: Draft) => {
      drafts.keep(name, next);
      setDraft(next);
    },
    [drafts, name],
  );
  const forget = useCallback(() => {
    drafts.forget(name);
    setDraft(null);
  }, [drafts, name]);
  return [draft, keep, forget];
}

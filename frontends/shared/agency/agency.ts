import { useAnswer, WhoDocument, type WhoQuery } from "@congtam/graph";
import type { Quarters } from "@congtam/shared/period";
import { useSyncExternalStore } from "react";
import { decidingUnits } from "../shell/portals";

export interface Agency {
  id: string;
  name: string;
  quarterlyYears: Quarters;
}

const KEPT = "congtam.agency";
const CHOSEN = "congtam:agency-chosen";

/** The agencies in which somebody holds a mandate, or heads a unit that decides. */
export function agenciesOf(who: WhoQuery): Agency[] {
  const mandated = who.me?.mandates.map((mandate) => mandate.unit.agency) ?? [];
  const headed = decidingUnits(who).map((unit) => unit.agency);
  return [...new Map([...mandated, ...headed].map((each) => [each.id, each])).values()];
}

/** The agency that the portal's screens are about, of those that are somebody's to choose. */
export function useAgency(): { agency: Agency | null; agencies: Agency[] } {
  const answer = useAnswer(WhoDocument, {});
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(KEPT));
  const agencies = answer.state === "ready" ? agenciesOf(answer.data) : [];
  const agency = agencies.find((each) => each.id === kept) ?? agencies[0] ?? null;
  return { agency, agencies };
}

export function chooseAgency(id: string): void {
  localStorage.setItem(KEPT, id);
  dispatchEvent(new Event(CHOSEN));
}

function subscribe(listener: () => void): () => void {
  addEventListener(CHOSEN, listener);
  return () => removeEventListener(CHOSEN, listener);
}

import type { WhoQuery } from "@congtam/graph";

/** The portals that stand, in the order of the switch. */
export const PORTALS = ["staff", "head", "authority", "inspector", "party"] as const;
export type PortalName = (typeof PORTALS)[number];

const KEPT = "congtam.portal";
const PARTY = "congtam.party";

/** The portals of what somebody holds today, as the graph tells it; everybody has his own record. */
export function portalsOf(who: WhoQuery): PortalName[] {
  return PORTALS.filter((portal) => holds[portal](who));
}

const holds: Record<PortalName, (who: WhoQuery) => boolean> = {
  staff: () => true,
  head: (who) => who.myUnits.length > 0,
  authority: (who) =>
    hasMandate(who, "PERSONNEL_OFFICER", "ADMINISTRATOR") || decidingUnits(who).length > 0,
  inspector: (who) => hasMandate(who, "INSPECTOR"),
  // Who is in the Party is told at its own entrance alone. There the portal asks (its gate); the others
  // know who has been let in by it on this machine.
  party: (who) =>
    who.me !== null &&
    (location.pathname.startsWith(pathOf("party")) || localStorage.getItem(PARTY) === who.me.id),
};

/** The units headed whose head decides on classes and posts, as using or managing agency (art. 3). */
export function decidingUnits(who: WhoQuery): WhoQuery["myUnits"] {
  return who.myUnits.filter((unit) =>
    unit.placements.some(({ standing }) => standing === "USING" || standing === "MANAGING"),
  );
}

function hasMandate(who: WhoQuery, ...kinds: string[]): boolean {
  return who.me?.mandates.some((mandate) => kinds.includes(mandate.kind)) ?? false;
}

/** Where to go after signing in: the portal used last on this machine. */
export function lastPortal(): PortalName {
  const kept = localStorage.getItem(KEPT);
  return PORTALS.find((portal) => portal === kept) ?? "staff";
}

export function remember(portal: PortalName): void {
  localStorage.setItem(KEPT, portal);
}

/** Whether somebody was let in by the Party's entrance: only then is it offered to him here again. */
export function letIn(person: string, is: boolean): void {
  if (is) {
    localStorage.setItem(PARTY, person);
    remember("party");
  } else {
    if (localStorage.getItem(PARTY) === person) localStorage.removeItem(PARTY);
    if (localStorage.getItem(KEPT) === "party") localStorage.removeItem(KEPT);
  }
}

export function pathOf(portal: PortalName): string {
  return `/${portal}/`;
}

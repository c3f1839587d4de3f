import type { WhoQuery } from "@congtam/graph";

/** The portals that stand, in the order of the switch. */
export const PORTALS = ["staff", "head"] as const;
export type PortalName = (typeof PORTALS)[number];

const KEPT = "congtam.portal";

/** The portals of what somebody holds today, as the graph tells it; everybody has his own record. */
export function portalsOf(who: WhoQuery): PortalName[] {
  return PORTALS.filter((portal) => portal === "staff" || who.myUnits.length > 0);
}

/** Where to go after signing in: the portal used last on this machine. */
export function lastPortal(): PortalName {
  const kept = localStorage.getItem(KEPT);
  return PORTALS.find((portal) => portal === kept) ?? "staff";
}

export function remember(portal: PortalName): void {
  localStorage.setItem(KEPT, portal);
}

export function pathOf(portal: PortalName): string {
  return `/${portal}/`;
}

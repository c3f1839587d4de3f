import { inOrder } from "@congtam/format";

interface Placement {
  since: string;
  until?: string | null;
  parent?: { id: string } | null;
}

interface Placed {
  id: string;
  name: string;
  placements: readonly Placement[];
}

/** A unit with what stands beneath it on a day. */
export interface Branch<Unit> {
  unit: Unit;
  depth: number;
  beneath: Branch<Unit>[];
}

/** Where something dated stands on a day, of all its places. */
export function placedOn<Place extends Placement>(
  places: readonly Place[],
  day: string,
): Place | undefined {
  return places.find(({ since, until }) => since <= day && (!until || day <= until));
}

/** The units of a day as trees; what stands beneath none of them is a top of its own. */
export function branches<Unit extends Placed>(units: readonly Unit[], day: string): Branch<Unit>[] {
  const known = new Set(units.map(({ id }) => id));
  const beneath = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const upper = placedOn(unit.placements, day)?.parent?.id ?? null;
    const at = upper !== null && known.has(upper) ? upper : null;
    beneath.set(at, [...(beneath.get(at) ?? []), unit]);
  }
  const grown = (upper: string | null, depth: number): Branch<Unit>[] =>
    [...(beneath.get(upper) ?? [])]
      .sort((left, right) => inOrder(left.name, right.name))
      .map((unit) => ({ unit, depth, beneath: grown(unit.id, depth + 1) }));
  return grown(null, 0);
}

/** All branches in the order in which they are read. */
export function flat<Unit>(tops: readonly Branch<Unit>[]): Branch<Unit>[] {
  return tops.flatMap((top) => [top, ...flat(top.beneath)]);
}

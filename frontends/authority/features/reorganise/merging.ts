import type { MergingAgenciesQuery } from "@congtam/graph";
import { branches, flat, placedOn } from "@congtam/shared/units";
import { type Draft, type Ending, empty, type NewUnit, type Part } from "./plan";

type Unit = MergingAgenciesQuery["ending"]["nodes"][number];

/** All units of both agencies. */
export interface Trees {
  ending: readonly Unit[];
  into: readonly Unit[];
}

/** The plan to begin with: each unit of the agency that ends goes to the unit of the same name, which
 * is opened where there is none; the leadership to the leadership. Null where a tree has no root. */
export function merging(
  ending: Ending,
  units: Trees,
  on: string,
  newKey: () => string,
): Draft | null {
  const [old, there] = [flat(branches(units.ending, on)), flat(branches(units.into, on))];
  const [root, top] = [old[0]?.unit, there[0]?.unit];
  if (root === undefined || top === undefined) return null;
  const places = new Map([[root.id, { id: top.id, name: top.name }]]);
  const standing = new Map([[top.id, top.name]]);
  const opens: NewUnit[] = [];
  for (const { unit } of old.slice(1)) {
    const same = there.find((each) => each.unit.id !== top.id && each.unit.name === unit.name);
    const place = placedOn(unit.placements, on);
    const above = places.get(place?.parent?.id ?? root.id) ?? { id: top.id, name: top.name };
    if (same === undefined) {
      const key = newKey();
      const found = { standing: place?.standing ?? "NONE", parent: above.id } as const;
      opens.push({ key, name: unit.name, code: "", parentName: above.name, ...found });
      places.set(unit.id, { id: key, name: unit.name });
    } else {
      standing.set(same.unit.id, same.unit.name);
      places.set(unit.id, { id: same.unit.id, name: same.unit.name });
    }
  }
  const parts: Part[] = [
    ...old.map(({ unit }) => ({
      id: unit.id,
      name: unit.name,
      ends: true,
      agency: ending.agency.id,
    })),
    ...[...standing].map(([id, name]) => ({ id, name, ends: false, agency: ending.into.id })),
  ];
  const keepers = Object.fromEntries([...places].map(([id, place]) => [id, place.id]));
  const [first] = parts;
  return first === undefined
    ? null
    : { ...empty(first), kind: "MERGE", ending, parts, opens, keepers };
}

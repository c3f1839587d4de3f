import type { ReorganisationInput, ReorganisedUnitQuery } from "@congtam/graph";
import { say } from "@congtam/i18n";
import type { Draft, Held } from "./plan";

type Nodes = ReorganisedUnitQuery;
type Unit = NonNullable<Nodes["unit"]>;

/** A unit with all that the decision would touch. */
export interface Stood extends Held {
  unit: Unit;
  beneath: Nodes["unitsBeneath"]["nodes"];
  posts: Nodes["postingsIn"]["nodes"];
  roles: Nodes["mandatesIn"]["nodes"];
  loans: Nodes["delegationsOf"]["nodes"];
  /** Months that are not closed: nobody could close them any more. */
  months: Unit["months"]["nodes"];
  waiting: number;
  /** There is more than a page holds: what is not listed would end. */
  isCut: boolean;
}

export function stood(found: ReorganisedUnitQuery): Stood | null {
  const { unit, unitsBeneath, postingsIn, mandatesIn, delegationsOf, waitingDeliveries } = found;
  if (unit === null) return null;
  return {
    id: unit.id,
    unit,
    beneath: unitsBeneath.nodes,
    posts: postingsIn.nodes,
    roles: mandatesIn.nodes.filter((each) => each.unit.id === unit.id),
    loans: delegationsOf.nodes,
    months: unit.months.nodes.filter(({ state }) => state === "OPEN"),
    waiting: waitingDeliveries.totalCount,
    isCut: [unitsBeneath, postingsIn, mandatesIn].some(({ pageInfo }) => pageInfo.hasNextPage),
  };
}

/** What each row of an outcome is about, by its id or key. */
export function namesOf(draft: Draft, standing: readonly Stood[]): Map<string, string> {
  const names = new Map(draft.opens.map(({ key, name }) => [key, name]));
  names.set(draft.above.id, draft.above.name);
  for (const { id, name } of draft.parts) names.set(id, name);
  for (const each of standing) {
    for (const { id, name } of each.beneath) names.set(id, name);
    for (const { id, person, office } of each.posts) {
      names.set(id, `${person.fullName} (${say(`structure.office.${office}`)})`);
    }
    for (const { id, person, kind } of each.roles) {
      names.set(id, `${person.fullName} (${say(`structure.mandate.${kind}`)})`);
    }
    for (const { id, actingHead, appointer } of each.loans) {
      const told = { who: actingHead.fullName, head: appointer.fullName };
      names.set(id, say("structure.actsFor", told));
    }
  }
  return names;
}

/** Where each row of a plan goes on, and as what, by its id. */
export function placesOf(
  plan: ReorganisationInput,
  names: ReadonlyMap<string, string>,
  standing: readonly Stood[],
): Map<string, string> {
  const before = new Map(
    standing.flatMap(({ posts }) => posts.map(({ id, office }) => [id, office] as const)),
  );
  const name = (unit: string) => names.get(unit) ?? "";
  const postings = (plan.postings ?? []).map(({ posting, unit, office }) => {
    const held = office ?? before.get(posting) ?? "MEMBER";
    return [posting, `${name(unit)}, ${say(`structure.office.${held}`)}`] as const;
  });
  const roles = (plan.mandates ?? []).map(({ mandate, unit }) => [mandate, name(unit)] as const);
  const units = (plan.places ?? []).map(({ unit, parent }) => [unit, name(parent)] as const);
  return new Map([...postings, ...roles, ...units]);
}

import type { Office, ReorganisationInput, ReorganisationKind, Standing } from "@congtam/graph";
import type { Key } from "@congtam/i18n";

/** A unit that stands before: it ends, or goes on as part of what comes out. */
export interface Part {
  id: string;
  name: string;
  ends: boolean;
  /** Where more than one agency takes part, whose unit it is. */
  agency?: string;
}

/** Whole agencies: the one that ends with all its units, and the one that takes it in. */
export interface Ending {
  agency: { id: string; name: string };
  into: { id: string; name: string };
}

/** A unit that the decision opens; the rest of the plan names it by its key. */
export interface NewUnit {
  key: string;
  name: string;
  standing: Standing;
  parent: string;
  parentName: string;
  code: string;
}

/** What is filled in. Where it goes is a unit's id or a key; nothing chosen means as usual. */
export interface Draft {
  kind: ReorganisationKind | null;
  ending: Ending | null;
  day: string;
  decisionNo: string;
  parts: Part[];
  opens: NewUnit[];
  /** A transfer: beneath which unit they stand from then on. */
  above: { id: string; name: string };
  keepers: Record<string, string>;
  beneath: Record<string, string>;
  posts: Record<string, string>;
  offices: Record<string, Office>;
  roles: Record<string, string>;
}

/** What stands in a unit on the day, as far as the plan needs it. */
export interface Held {
  id: string;
  beneath: readonly { id: string }[];
  posts: readonly { id: string; office: Office }[];
  roles: readonly { id: string }[];
}

export interface Option {
  value: string;
  label: string;
}

/** It ends, or it stays where it is. */
export const NOWHERE = "-";

export function empty(part: Part): Draft {
  return {
    kind: null,
    ending: null,
    day: "",
    decisionNo: "",
    parts: [part],
    opens: [],
    above: { id: "", name: "" },
    keepers: {},
    beneath: {},
    posts: {},
    offices: {},
    roles: {},
  };
}

/** The units that stand before, as the kind of the decision has them. */
export function partsOf(draft: Draft): Part[] {
  if (draft.kind === "TRANSFER") return draft.parts.map((each) => ({ ...each, ends: false }));
  if (draft.kind === "RENAME") return draft.parts.map((each) => ({ ...each, ends: true }));
  return draft.parts;
}

export function opensOf(draft: Draft): NewUnit[] {
  return draft.kind === "TRANSFER" ? [] : draft.opens;
}

/** The units that come out of it. */
export function outcomesOf(draft: Draft): Option[] {
  return [
    ...opensOf(draft).map(({ key, name }) => ({ value: key, label: name })),
    ...partsOf(draft)
      .filter(({ ends }) => !ends)
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
}

/** Where something of a unit goes: as chosen, while that still comes out; else with its records. */
export function placeOf(draft: Draft, part: Part, chosen: string | undefined): string {
  const known = outcomesOf(draft).map(({ value }) => value);
  if (chosen !== undefined && (chosen === NOWHERE || known.includes(chosen))) return chosen;
  if (!part.ends) return NOWHERE;
  const keeper = draft.keepers[part.id] ?? "";
  return known.includes(keeper) ? keeper : (known[0] ?? NOWHERE);
}

export function keeperOf(draft: Draft, part: Part): string {
  return placeOf(draft, part, draft.keepers[part.id]);
}

/** As what somebody goes on: as chosen; else as before, but whoever headed a unit of an agency that
 * ends is a deputy where the unit that takes it in has a head of its own. */
export function officeOf(draft: Draft, post: { id: string; office: Office }, unit: string): Office {
  const chosen = draft.offices[post.id];
  if (chosen !== undefined) return chosen;
  const stood = draft.parts.some(({ id, ends }) => id === unit && !ends);
  return draft.ending !== null && stood && post.office === "HEAD" ? "DEPUTY" : post.office;
}

/** What is missing before it can be tried. */
export function wrongIn(draft: Draft): Key[] {
  const [parts, opens, out] = [partsOf(draft), opensOf(draft), outcomesOf(draft)];
  const isRename = draft.kind === "RENAME";
  const unnamed = opens.some(({ name, parent }) => name.trim() === "" || parent === "");
  const found: [boolean, Key][] = [
    [draft.kind === null, "reorganise.noKind"],
    [draft.day === "", "reorganise.noDay"],
    [draft.decisionNo.trim() === "", "reorganise.noNumber"],
    [unnamed, "reorganise.unnamed"],
    [draft.kind === "MERGE" && parts.length < 2, "reorganise.mergeTwo"],
    [draft.kind === "SPLIT" && out.length < 2, "reorganise.splitTwo"],
    [isRename && (parts.length !== 1 || opens.length !== 1), "reorganise.renameOne"],
    [draft.kind === "TRANSFER" && draft.above.id === "", "reorganise.noAbove"],
    [draft.kind !== null && !isRename && out.length === 0, "reorganise.noOutcome"],
  ];
  return found.filter(([wrong]) => wrong).map(([, key]) => key);
}

/** The plan as the deed takes it. */
export function planOf(draft: Draft, standing: readonly Held[]): ReorganisationInput {
  const parts = partsOf(draft);
  const of = (part: Part) => standing.find(({ id }) => id === part.id);
  const named = new Set(parts.map(({ id }) => id));
  const ending = parts.filter(({ ends }) => ends);
  const going = <Row extends { id: string }>(
    from: readonly Part[],
    rows: (standing: Held) => readonly Row[],
    chosen: Record<string, string>,
  ) =>
    from.flatMap((part) =>
      (of(part) ? rows(of(part) as Held) : [])
        .map((row) => ({ row, unit: placeOf(draft, part, chosen[row.id]) }))
        .filter(({ unit }) => unit !== NOWHERE && unit !== part.id),
    );
  return {
    kind: draft.kind ?? "MERGE",
    day: draft.day,
    decisionNo: draft.decisionNo.trim(),
    closes: ending.map((part) => {
      const keeper = keeperOf(draft, part);
      return { unit: part.id, keptBy: keeper === NOWHERE ? null : keeper };
    }),
    opens: opensOf(draft).map(({ key, name, standing, parent, code }) => ({
      key,
      name: name.trim(),
      standing,
      parent,
      code: code.trim() || null,
    })),
    into: parts.filter(({ ends }) => !ends).map(({ id }) => id),
    places: [
      ...(draft.kind === "TRANSFER"
        ? parts.map(({ id }) => ({ unit: id, parent: draft.above.id }))
        : []),
      ...going(ending, ({ beneath }) => beneath, draft.beneath)
        .filter(({ row }) => !named.has(row.id))
        .map(({ row, unit }) => ({ unit: row.id, parent: unit })),
    ],
    postings: going(parts, ({ posts }) => posts, draft.posts).map(({ row, unit }) => {
      const office = officeOf(draft, row, unit);
      return { posting: row.id, unit, office: office === row.office ? null : office };
    }),
    mandates: going(ending, ({ roles }) => roles, draft.roles).map(({ row, unit }) => ({
      mandate: row.id,
      unit,
    })),
    agencies:
      draft.ending === null
        ? []
        : [{ agency: draft.ending.agency.id, succeededBy: draft.ending.into.id }],
  };
}

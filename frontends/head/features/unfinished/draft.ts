import { byGivenName, compareDecimals, laterOf } from "@congtam/format";
import type { HandOverWorkRow, UnfinishedWorkQuery } from "@congtam/graph";

export type Open = UnfinishedWorkQuery["unfinishedWork"]["nodes"][number];
export type Load = UnfinishedWorkQuery["monthLoads"][number];

/** To which post a piece of work goes, and until when where somebody else takes it over. */
export interface Passing {
  to: string;
  dueOn: string;
}
export type Draft = Readonly<Record<string, Passing>>;

/** Somebody who may take work over, by his post. */
export interface Taker {
  person: string;
  post: string;
  name: string;
}

/** Whom the graph lets me give work to. */
export function takers(loads: Load[]): Taker[] {
  return loads
    .flatMap(({ person, posting, allowedActions }) =>
      person && posting && allowedActions.includes("AssignWork")
        ? [{ person: person.id, post: posting.id, name: person.fullName }]
        : [],
    )
    .sort((left, right) => byGivenName(left.name, right.name));
}

/** The post on which the work goes on with its own person; null where that is not offered. */
export function ownPost(work: Open): Open["holdsNow"] {
  return work.allowedActions.includes("CarryOnWork") ? work.holdsNow : null;
}

/** Those who may take over this piece of work from its person. */
export function others(work: Open, all: Taker[]): Taker[] {
  if (!work.allowedActions.includes("HandOverWork")) return [];
  return all.filter(({ person }) => person !== work.person.id);
}

/** Whether anything may be done with it here. */
export function isPassable(work: Open, all: Taker[]): boolean {
  return ownPost(work) !== null || others(work, all).length > 0;
}

/** At first it goes on with its own person, where it can. */
export function begun(work: Open, today: string): Passing {
  return { to: ownPost(work)?.id ?? "", dueOn: laterOf(work.dueOn, today) };
}

/** Its own person keeps the days; whoever takes it over gets a new one. */
export function keepsDays(work: Open, passing: Passing): boolean {
  return passing.to !== "" && passing.to === ownPost(work)?.id;
}

export function lacks(work: Open, passing: Passing): boolean {
  return passing.to === "" || (!keepsDays(work, passing) && passing.dueOn === "");
}

export function rowOf(work: Open, passing: Passing): HandOverWorkRow {
  const { id: assignment, version } = work;
  const dueOn = keepsDays(work, passing) ? null : passing.dueOn;
  return { assignment, version, to: passing.to, dueOn };
}

/** The chosen work goes to one person, wherever he may take it over. */
export function allTo(draft: Draft, works: Open[], all: Taker[], post: string): Draft {
  const changed = works.flatMap((work): [string, Passing][] => {
    const had = draft[work.id];
    const takes = others(work, all).some((each) => each.post === post);
    return had && takes ? [[work.id, { ...had, to: post }]] : [];
  });
  return { ...draft, ...Object.fromEntries(changed) };
}

/** What is still to be done of it. */
export function left(work: Open): Open["lines"] {
  return work.lines.filter(({ accepted, quantity }) => compareDecimals(accepted, quantity) < 0);
}

import { compareDecimals } from "@congtam/format";
import type { MonthWorkQuery } from "@congtam/graph";

export type Line = MonthWorkQuery["workOfUnit"]["nodes"][number];
export type Load = MonthWorkQuery["monthLoads"][number];

/** Where a piece of work stands for the head, what is late first. */
export const STANDINGS = ["late", "waiting", "open", "unmeasured", "measured", "done"] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf(line: Line, today: string): Standing {
  if (line.product.process !== null) return line.measures.length > 0 ? "measured" : "unmeasured";
  if (compareDecimals(line.accepted, line.quantity) >= 0) return "done";
  if (line.deliveries.some(({ verdict }) => verdict === null)) return "waiting";
  return line.dueOn < today ? "late" : "open";
}

/** Late first, then by due day. */
export function inOrder(today: string) {
  const rank = (line: Line) => (standingOf(line, today) === "late" ? 0 : 1);
  return (left: Line, right: Line): number =>
    rank(left) - rank(right) || left.dueOn.localeCompare(right.dueOn);
}

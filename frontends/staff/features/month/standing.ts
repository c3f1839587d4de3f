import { compareDecimals, minus } from "@congtam/format";
import type { MyWorkQuery } from "@congtam/graph";

export type Line = MyWorkQuery["myWork"][number];

/** Where a piece of work stands for its person, the most urgent first. */
export const STANDINGS = ["late", "returned", "open", "waiting", "measured", "done"] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf(line: Line, today: string): Standing {
  if (line.product.process !== null) return "measured";
  if (compareDecimals(outstanding(line), "0") <= 0) {
    return waiting(line).length > 0 ? "waiting" : "done";
  }
  if (line.dueOn < today) return "late";
  const last = line.deliveries.at(-1);
  if (last?.verdict === "RETURNED") return "returned";
  return "open";
}

/** Deliveries on which the head has not decided. */
export function waiting(line: Line): Line["deliveries"] {
  return line.deliveries.filter((delivery) => delivery.verdict === null);
}

/** Pieces that are still to be handed in: neither accepted nor waiting for the head. */
export function outstanding(line: Line): string {
  return waiting(line).reduce(
    (left, delivery) => minus(left, delivery.quantity),
    minus(line.quantity, line.accepted),
  );
}

/** By due day, then by product; what is urgent first. */
export function inOrder(today: string) {
  return (left: Line, right: Line): number => {
    const urgency =
      STANDINGS.indexOf(standingOf(left, today)) - STANDINGS.indexOf(standingOf(right, today));
    return urgency || left.dueOn.localeCompare(right.dueOn);
  };
}

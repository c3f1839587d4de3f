import { decimal, shiftPoint } from "@congtam/format";
import type { RewardLineState, RewardListState, RewardSpan } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { Badge, type Tone } from "@congtam/ui";

export const SPANS: readonly RewardSpan[] = ["MONTH", "QUARTER", "HALF_YEAR", "YEAR", "AD_HOC"];

/** An amount exactly as the graph tells it, grouped for reading. */
export function money(exact: string): string {
  return say("rewards.money", { amount: decimal(exact, language()) });
}

/** A coefficient or a share, without the zeros that only tell how exactly it is kept. */
export function number(exact: string): string {
  return decimal(shiftPoint(exact, 0), language());
}

/** For what a list pays: "Quý II/2026". */
export function spanOf(span: RewardSpan, period: string): string {
  const month = Number(period.slice(5, 7));
  const year = period.slice(0, 4);
  if (span === "MONTH") return say("rewards.month", { month: period.slice(5, 7), year });
  if (span === "AD_HOC") return say("rewards.adHoc", { year });
  return say(`span.${span}`, { number: Math.ceil(month / (span === "QUARTER" ? 3 : 6)), year });
}

const LISTS: Record<RewardListState, Tone> = {
  DRAFT: "plain",
  PROPOSED: "info",
  APPROVED: "good",
  PAID: "good",
  WITHDRAWN: "plain",
};
const LINES: Record<RewardLineState, Tone> = {
  LISTED: "info",
  NOT_RATED: "plain",
  LEFT_OUT: "plain",
  APPROVED: "good",
  DECLINED: "warn",
  WITHDRAWN: "plain",
};

export function ListState({ state }: { state: RewardListState }) {
  return <Badge tone={LISTS[state]}>{say(`rewardList.${state}`)}</Badge>;
}

export function LineState({ state }: { state: RewardLineState }) {
  return <Badge tone={LINES[state]}>{say(`rewardLine.${state}`)}</Badge>;
}

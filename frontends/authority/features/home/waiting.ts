import { day } from "@congtam/format";
import type { WaitingForMeQuery } from "@congtam/graph";
import { type Key, say } from "@congtam/i18n";

/** One kind of thing that waits. */
export interface Waiting {
  what: Key;
  path: string;
  count: number;
  /** Of the oldest, or of the one that is due first. */
  since: string | null;
  isLate: boolean;
}

/** What waits, late things first, otherwise in the order of the menu. */
export function waitingIn(found: WaitingForMeQuery): Waiting[] {
  return [...withClocks(found), ...without(found)]
    .filter(({ count }) => count > 0)
    .sort((left, right) => Number(right.isLate) - Number(left.isLate));
}

/** What has a last day. */
function withClocks(found: WaitingForMeQuery): Waiting[] {
  const petition = found.petitionsToDecide.nodes[0];
  const step = found.personnelStepsDue.nodes[0];
  const duty = found.dutiesOfAgency.nodes[0];
  return [
    {
      what: "waiting.petitions",
      path: "/authority/petitions",
      count: found.petitionsToDecide.totalCount,
      since: petition === undefined ? null : clock(petition),
      isLate: petition?.overdue ?? false,
    },
    {
      what: "waiting.steps",
      path: "/authority/actions",
      count: found.personnelStepsDue.totalCount,
      since: step?.dueOn ? say("waiting.due", { day: day(step.dueOn) }) : null,
      isLate: step?.overdue ?? false,
    },
    {
      what: "waiting.duties",
      path: "/authority/duties",
      count: found.dutiesOfAgency.totalCount,
      since: duty === undefined ? null : say("waiting.due", { day: day(duty.dueOn) }),
      isLate: true,
    },
  ];
}

/** What waits without a last day. */
function without(found: WaitingForMeQuery): Waiting[] {
  const flag = found.reviewFlagsWaiting.nodes[0];
  const above = found.recognitionFlagsWaiting.nodes[0];
  const kinds: [Key, string, number, string | null | undefined][] = [
    [
      "waiting.breaches",
      "/authority/duties",
      found.breachesToDecide.totalCount,
      found.breachesToDecide.nodes[0]?.noted,
    ],
    [
      "waiting.actions",
      "/authority/actions",
      found.personnelActionsToDecide.totalCount,
      found.personnelActionsToDecide.nodes[0]?.proposedAt,
    ],
    [
      "waiting.classes",
      `/authority/classes/case/${flag?.classification.id ?? ""}`,
      found.reviewFlagsWaiting.totalCount,
      flag?.raisedAt,
    ],
    [
      "waiting.organisations",
      `/authority/organisations/${above?.review.id ?? ""}`,
      found.recognitionFlagsWaiting.totalCount,
      above?.raisedAt,
    ],
    [
      "waiting.catalogues",
      "/authority/catalogue",
      found.cataloguesToDecide.totalCount,
      found.cataloguesToDecide.nodes[0]?.proposedAt,
    ],
    [
      "waiting.schemes",
      "/authority/schemes",
      found.schemesToDecide.totalCount,
      found.schemesToDecide.nodes[0]?.proposedAt,
    ],
    [
      "waiting.rewards",
      "/authority/rewards",
      found.rewardsToDecide.totalCount,
      found.rewardsToDecide.nodes[0]?.rewardList.proposedAt,
    ],
  ];
  return kinds.map(([what, path, count, since]) => ({
    what,
    path,
    count,
    since: since ? say("waiting.since", { day: day(since) }) : null,
    isLate: false,
  }));
}

function clock(petition: {
  dueOn: string;
  overdue: boolean;
  workingDaysLeft?: number | null;
}): string {
  const due = say("waiting.due", { day: day(petition.dueOn) });
  const left = petition.workingDaysLeft ?? null;
  if (left === null || petition.overdue) return due;
  return `${due} · ${say("waiting.left", { days: left })}`;
}

import { today } from "@congtam/format";
import {
  ApproveRewardListDocument,
  DecideHeadsRewardDocument,
  DrawCorrectionDocument,
  DrawRewardListDocument,
  MarkRewardsPaidDocument,
  ProposeRewardListDocument,
  ReturnRewardListDocument,
  type RewardKind,
  type RewardSpan,
  WithdrawRewardListDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import {
  deedForm,
  type Field,
  isTicked,
  textOf,
  thePaper,
  type Values,
} from "@congtam/shared/forms";
import { money, spanOf } from "./words";

const KINDS: readonly RewardKind[] = ["BONUS", "INCOME"];
const REASON: Field = {
  kind: "long",
  name: "reason",
  label: "rewardList.reason",
  isRequired: true,
};
/** How many people a list may leave out by the form. */
const LEFT_OUT = [1, 2, 3, 4, 5];
type Versioned = { id: string; version: number };

export function drawing(agency: string, year: number) {
  return deedForm({
    name: `draw.${agency}.${year}`,
    title: say("rewardList.draw"),
    why: say("rewardList.drawWhy"),
    confirm: say("rewardList.drawNow"),
    done: say("rewardList.drawn"),
    fields: [
      {
        kind: "choice",
        name: "kind",
        label: "rewardList.kind",
        isRequired: true,
        options: KINDS.map((value) => ({ value, label: say(`rewardKind.${value}`) })),
      },
      {
        kind: "choice",
        name: "span",
        label: "rewardList.span",
        isRequired: true,
        options: spans(year),
      },
      { kind: "check", name: "leaves", label: "rewardList.leavesOut" },
      ...LEFT_OUT.flatMap((place) => leftOut(agency, place)),
    ],
    document: DrawRewardListDocument,
    variables: (values) => {
      const [span = "", period = ""] = (values.span ?? "").split(".");
      return {
        agency,
        kind: values.kind as RewardKind,
        span: span as RewardSpan,
        period,
        leftOut: LEFT_OUT.flatMap((place) => {
          const person = textOf(values, `out.${place}`);
          return person === null || !isTicked(values, "leaves")
            ? []
            : [{ person, reason: values[`why.${place}`] ?? "" }];
        }),
      };
    },
  });
}

/** Somebody whom the list leaves out, and why; the next one is asked for once this one is given. */
function leftOut(agency: string, place: number): Field[] {
  const isGiven = (values: Values, of: number) => textOf(values, `out.${of}`) !== null;
  return [
    {
      kind: "person",
      name: `out.${place}`,
      label: "rewardList.leftOut",
      help: "rewardList.leftOutHelp",
      agency,
      asked: (values) => isTicked(values, "leaves") && (place === 1 || isGiven(values, place - 1)),
    },
    {
      kind: "line",
      name: `why.${place}`,
      label: "rewardList.leftOutWhy",
      isRequired: true,
      asked: (values) => isTicked(values, "leaves") && isGiven(values, place),
    },
  ];
}

function spans(year: number) {
  const first = (month: number) => `${year}-${String(month).padStart(2, "0")}-01`;
  const of = (span: RewardSpan, ...months: number[]) =>
    months.map((month) => ({
      value: `${span}.${first(month)}`,
      label: spanOf(span, first(month)),
    }));
  return [
    ...of("QUARTER", 1, 4, 7, 10),
    ...of("HALF_YEAR", 1, 7),
    ...of("YEAR", 1),
    ...of("MONTH", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
  ];
}

export function proposing(list: Versioned) {
  return deedForm({
    name: `list-propose.${list.id}`,
    title: say("rewardList.propose"),
    why: say("rewardList.proposeWhy"),
    confirm: say("rewardList.propose"),
    done: say("rewardList.proposed"),
    fields: [],
    document: ProposeRewardListDocument,
    variables: () => about(list),
  });
}

export function returning(list: Versioned) {
  return deedForm({
    name: `list-return.${list.id}`,
    title: say("rewardList.return"),
    confirm: say("rewardList.return"),
    done: say("rewardList.returned"),
    fields: [REASON],
    document: ReturnRewardListDocument,
    variables: (values) => ({ ...about(list), reason: values.reason ?? "" }),
  });
}

export function withdrawing(list: Versioned) {
  return deedForm({
    name: `list-withdraw.${list.id}`,
    title: say("rewardList.withdraw"),
    why: say("rewardList.withdrawWhy"),
    confirm: say("rewardList.withdraw"),
    done: say("rewardList.withdrawn"),
    fields: [REASON],
    document: WithdrawRewardListDocument,
    variables: (values) => ({ ...about(list), reason: values.reason ?? "" }),
  });
}

export function approving(list: Versioned & { total: string }) {
  return deedForm({
    name: `list-approve.${list.id}`,
    title: say("rewardList.approve"),
    why: say("rewardList.approveWhy", { total: money(list.total) }),
    confirm: say("rewardList.approve"),
    done: say("rewardList.approved"),
    fields: [{ kind: "paper", name: "decision", label: "rewardList.decision", isRequired: true }],
    document: ApproveRewardListDocument,
    variables: (values) => ({ ...about(list), decision: thePaper(values, "decision") }),
  });
}

export function paying(list: Versioned & { payable: string }) {
  return deedForm({
    name: `list-pay.${list.id}`,
    title: say("rewardList.pay"),
    why: say("rewardList.payWhy", { payable: money(list.payable) }),
    confirm: say("rewardList.pay"),
    done: say("rewardList.wasPaid"),
    start: { paidOn: today() },
    fields: [{ kind: "day", name: "paidOn", label: "rewardList.paidOn", isRequired: true }],
    document: MarkRewardsPaidDocument,
    variables: (values) => ({ ...about(list), paidOn: values.paidOn ?? "" }),
  });
}

export function correcting(list: Versioned) {
  return deedForm({
    name: `list-correct.${list.id}`,
    title: say("rewardList.correct"),
    why: say("rewardList.correctWhy"),
    confirm: say("rewardList.drawNow"),
    done: say("rewardList.drawn"),
    fields: [REASON],
    document: DrawCorrectionDocument,
    variables: (values) => ({ ...about(list), reason: values.reason ?? "" }),
  });
}

/** The head above grants or declines the line of an agency's head. */
export function deciding(
  line: Versioned & { amount: string; person: { fullName: string } },
  accept: boolean,
) {
  const way = accept ? "grant" : "decline";
  return deedForm({
    name: `line-${way}.${line.id}`,
    title: say(`rewardLine.${way}`),
    why: say(`rewardLine.${way}Why`, { who: line.person.fullName, amount: money(line.amount) }),
    confirm: say(`rewardLine.${way}`),
    done: say("rewardLine.wasDecided"),
    fields: [REASON],
    document: DecideHeadsRewardDocument,
    variables: (values) => ({
      line: line.id,
      version: line.version,
      accept,
      reason: values.reason ?? "",
    }),
  });
}

function about({ id, version }: Versioned) {
  return { list: id, version };
}

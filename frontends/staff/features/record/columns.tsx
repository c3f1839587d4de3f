import { day, decimal } from "@congtam/format";
import type { MyRecordQuery } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { mine } from "@congtam/i18n/catalogue/staff-record";
import { spoken } from "@congtam/shared/period";
import { LevelBadge } from "@congtam/shared/sheet";
import { Badge, type Column } from "@congtam/ui";

learn(mine);

type Absence = MyRecordQuery["myAbsences"]["nodes"][number];
type Reward = MyRecordQuery["myRewards"]["nodes"][number];
type Discipline = MyRecordQuery["myDiscipline"]["nodes"][number];
type Procedure = MyRecordQuery["myProcedures"]["nodes"][number];

export const ABSENCES: Column<Absence>[] = [
  {
    id: "kind",
    title: say("record.kind"),
    isHeader: true,
    cell: ({ kind }) => say(`absence.${kind}`),
  },
  { id: "days", title: say("record.days"), cell: ({ since, until }) => days(since, until) },
  { id: "paper", title: say("record.paper"), cell: ({ documentNo }) => documentNo },
  {
    id: "note",
    title: say("record.note"),
    cell: ({ annulledAt, annulledReason, endedReason }) =>
      annulledAt === null
        ? (endedReason ?? "")
        : say("record.annulled", { reason: annulledReason ?? "" }),
  },
];

export const REWARDS: Column<Reward>[] = [
  {
    id: "what",
    title: say("record.reward"),
    isHeader: true,
    cell: ({ rewardList }) => `${say(`reward.${rewardList.kind}`)}, ${spanOf(rewardList)}`,
  },
  {
    id: "level",
    title: say("record.level"),
    cell: ({ level }) => (level === null ? "—" : <LevelBadge level={level} />),
  },
  {
    id: "amount",
    title: say("record.amount"),
    isNumber: true,
    cell: ({ amount }) => decimal(amount, language()),
  },
  { id: "state", title: say("record.state"), cell: ({ state }) => say(`rewardState.${state}`) },
  {
    id: "paid",
    title: say("record.paid"),
    cell: ({ paidOn }) => (paidOn === null ? "—" : day(paidOn)),
  },
  { id: "note", title: say("record.note"), cell: ({ reason }) => reason },
];

export const DISCIPLINE: Column<Discipline>[] = [
  {
    id: "form",
    title: say("record.form"),
    isHeader: true,
    cell: ({ form }) => say(`discipline.${form}`),
  },
  { id: "about", title: say("record.about"), cell: ({ about }) => about },
  {
    id: "decision",
    title: say("record.decision"),
    cell: ({ decisionNo, decisionDay }) =>
      say("record.decisionOf", { no: decisionNo, day: day(decisionDay) }),
  },
  {
    id: "force",
    title: say("record.force"),
    cell: ({ since, until, inForce }) => (
      <span className="row">
        {since === null ? "—" : days(since, until)}
        <Badge tone={inForce ? "warn" : "plain"}>
          {say(inForce ? "record.inForce" : "record.over")}
        </Badge>
      </span>
    ),
  },
  {
    id: "note",
    title: say("record.note"),
    cell: ({ annulledAt, annulledReason }) =>
      annulledAt === null ? "" : say("record.annulled", { reason: annulledReason ?? "" }),
  },
];

export const PROCEDURES: Column<Procedure>[] = [
  { id: "about", title: say("record.procedure"), isHeader: true, cell: ({ about }) => about },
  { id: "opened", title: say("record.opened"), cell: ({ openedOn }) => day(openedOn) },
  {
    id: "due",
    title: say("record.due"),
    cell: ({ dueOn }) => (dueOn === null ? "—" : day(dueOn)),
  },
  {
    id: "outcome",
    title: say("record.state"),
    cell: ({ outcome }) => (outcome === null ? say("record.underWay") : say(`outcome.${outcome}`)),
  },
];

/** From a day to another one; open where there is none. */
export function days(since: string, until: string | null): string {
  return until === null
    ? say("record.since", { since: day(since) })
    : say("record.until", { since: day(since), until: day(until) });
}

const MONTHS_OF = { QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;

/** "Quý III/2026": what a list of rewards is for. */
function spanOf({ span, period }: Reward["rewardList"]): string {
  if (span === "MONTH" || span === "AD_HOC") {
    return say(`record.${span}`, spoken(period, 1));
  }
  const number = Math.floor((Number(period.slice(5, 7)) - 1) / MONTHS_OF[span]) + 1;
  return say(`span.${span}`, { number, year: period.slice(0, 4) });
}

import { day, today } from "@congtam/format";
import { RewardsDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { rewardFunds } from "@congtam/i18n/catalogue/reward-funds";
import { rewards } from "@congtam/i18n/catalogue/rewards";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons } from "@congtam/shared/forms";
import { go, Loaded, useCursor } from "@congtam/shared/shell";
import { Badge, Card, Choice, type Column, DataTable, Page } from "@congtam/ui";
import { useState } from "react";
import { Funds, SalaryFund } from "./funds";
import { deciding, drawing } from "./list-forms";
import type { Year } from "./rewards-answer";
import { ListState, money, spanOf } from "./words";

learn(rewards, rewardFunds);

type List = Year["rewardLists"]["nodes"][number];
type Line = Year["rewardsToDecide"]["nodes"][number];

/** The rewards of an agency in a year: its money, its lists, and what waits for the reader. */
export default function Rewards() {
  const { agency } = useAgency();
  const last = Number(today().slice(0, 4));
  const [year, setYear] = useState(last);
  const { after, turns } = useCursor(`${agency?.id}.${year}`);
  const asked = { agency: agency?.id ?? "", year, after };
  const answer = useAnswer(RewardsDocument, asked, agency === null);
  const years = [last + 1, last, last - 1, last - 2];
  return (
    <Page
      title={say("rewards.of", { year })}
      actions={
        <Choice
          label={say("rewards.year")}
          value={String(year)}
          options={years.map((each) => ({ value: String(each), label: String(each) }))}
          choose={(chosen) => setYear(Number(chosen))}
        />
      }
    >
      <Loaded answer={answer}>
        {(found) => (
          <>
            <ToDecide lines={found.rewardsToDecide.nodes} />
            <Card
              title={say("rewards.lists")}
              aside={<Draw found={found} agency={agency?.id ?? ""} year={year} />}
            >
              <DataTable
                part={turns(found.rewardLists.pageInfo)}
                label={say("rewards.lists")}
                columns={lists()}
                rows={found.rewardLists.nodes}
                nothing={say("rewards.noLists")}
              />
            </Card>
            <Funds found={found} agency={agency?.id ?? ""} year={year} />
            <SalaryFund found={found} agency={agency?.id ?? ""} year={year} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Draw({ found, agency, year }: { found: Year; agency: string; year: number }) {
  const may = found.personnelDesk?.allowedActions.includes("DrawRewardList") ?? false;
  const show = (value: unknown) => go(`/authority/rewards/list/${(value as { id: string }).id}`);
  return <DeedButtons forms={[may && drawing(agency, year)]} then={show} />;
}

/** Heads' lines wait for the head above: nobody decides about himself. */
function ToDecide({ lines }: { lines: Line[] }) {
  if (lines.length === 0) return null;
  const columns: Column<Line>[] = [
    {
      id: "who",
      title: say("rewardLine.person"),
      isHeader: true,
      cell: (row) => row.person.fullName,
    },
    { id: "agency", title: say("rewardLine.agency"), cell: (row) => row.rewardList.agency.name },
    {
      id: "span",
      title: say("rewardList.span"),
      cell: (row) => spanOf(row.rewardList.span, row.rewardList.period),
    },
    {
      id: "level",
      title: say("rewardLine.level"),
      cell: (row) => (row.level ? say(`level.${row.level}`) : "—"),
    },
    {
      id: "amount",
      title: say("rewardLine.amount"),
      isNumber: true,
      cell: (row) => money(row.amount),
    },
    {
      id: "act",
      title: say("rewardLine.act"),
      cell: (row) =>
        row.allowedActions.includes("DecideHeadsReward") ? (
          <DeedButtons size="small" forms={[deciding(row, true), deciding(row, false)]} />
        ) : null,
    },
  ];
  return (
    <Card title={say("rewards.toDecide")}>
      <p className="quiet">{say("rewards.toDecideWhy")}</p>
      <DataTable label={say("rewards.toDecide")} columns={columns} rows={lines} nothing="" />
    </Card>
  );
}

function lists(): Column<List>[] {
  return [
    {
      id: "span",
      title: say("rewardList.span"),
      isHeader: true,
      cell: (row) => (
        <span className="row">
          <a href={`/authority/rewards/list/${row.id}`}>{spanOf(row.span, row.period)}</a>
          {row.corrects ? <Badge tone="info">{say("rewardList.corrects")}</Badge> : null}
        </span>
      ),
    },
    { id: "kind", title: say("rewardList.kind"), cell: (row) => say(`rewardKind.${row.kind}`) },
    { id: "state", title: say("rewardList.state"), cell: (row) => <ListState state={row.state} /> },
    {
      id: "total",
      title: say("rewardList.total"),
      isNumber: true,
      cell: (row) => money(row.total),
    },
    {
      id: "payable",
      title: say("rewardList.payable"),
      isNumber: true,
      cell: (row) => money(row.payable),
    },
    {
      id: "decision",
      title: say("rewardList.decision"),
      cell: (row) => row.decisionNo ?? "—",
    },
    {
      id: "paid",
      title: say("rewardList.paidOn"),
      cell: (row) => (row.paidOn ? day(row.paidOn) : "—"),
    },
  ];
}

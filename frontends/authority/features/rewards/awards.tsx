import { today } from "@congtam/format";
import {
  AwardsToDrawDocument,
  type AwardsToDrawQuery,
  DrawAwardsDocument,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { rewardRules } from "@congtam/i18n/catalogue/reward-rules";
import { rewards } from "@congtam/i18n/catalogue/rewards";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, deedForm, type Field, textOf } from "@congtam/shared/forms";
import { lastPeriods, monthsIn, periodName, periodOf } from "@congtam/shared/period";
import { go, Loaded } from "@congtam/shared/shell";
import { Badge, Card, Choice, type Column, DataTable, Notice, Page, type Tone } from "@congtam/ui";
import { useState } from "react";
import { number } from "./words";

learn(rewards, rewardRules);

type Found = AwardsToDrawQuery;
type Proposal = Found["rewardsOfAgency"]["nodes"][number];
const TONES: Record<Proposal["state"], Tone> = {
  PROPOSED: "info",
  ACCEPTED: "good",
  DECLINED: "plain",
};

/** Rewards out of turn: what heads proposed in a period, and the list that the accepted ones go on. */
export default function Awards() {
  const { agency } = useAgency();
  const quarters = agency?.quarterlyYears;
  const [chosen, choose] = useState(today());
  const period = periodOf(chosen, quarters);
  const months = monthsIn(period, quarters);
  const asked = { agency: agency?.id ?? "", period };
  const answer = useAnswer(AwardsToDrawDocument, asked, agency === null);
  return (
    <Page
      title={say("rewards.awards")}
      actions={
        <Choice
          label={say("awards.month", { months })}
          value={period}
          options={lastPeriods(today(), quarters).map((value) => ({
            value,
            label: periodName(value, monthsIn(value, quarters)),
          }))}
          choose={choose}
        />
      }
    >
      <Loaded answer={answer}>
        {(found) => (
          <Card
            title={say("awards.proposals")}
            aside={<Draw found={found} agency={agency?.id ?? ""} />}
          >
            {found.rewardRegulationInForce ? null : (
              <Notice tone="warn">{say("awards.noRegulation")}</Notice>
            )}
            <DataTable
              label={say("awards.proposals")}
              columns={columns()}
              rows={found.rewardsOfAgency.nodes}
              nothing={say("awards.none", { months })}
            />
          </Card>
        )}
      </Loaded>
    </Page>
  );
}

function Draw({ found, agency }: { found: Found; agency: string }) {
  const awards = found.rewardRegulationInForce?.awards ?? [];
  const accepted = found.rewardsOfAgency.nodes.filter((each) => each.state === "ACCEPTED");
  const may = found.personnelDesk?.allowedActions.includes("DrawRewardList") ?? false;
  if (!may || awards.length === 0 || accepted.length === 0) return null;
  const form = deedForm({
    name: `awards.${agency}`,
    title: say("awards.draw"),
    why: say("awards.drawWhy"),
    confirm: say("rewardList.drawNow"),
    done: say("rewardList.drawn"),
    fields: [
      ...accepted.map(
        (each): Field => ({
          kind: "choice",
          name: `award.${each.id}`,
          label: "awards.for",
          values: { name: each.person.fullName },
          options: awards.map((award) => ({ value: award.code, label: award.name })),
        }),
      ),
      { kind: "long", name: "reason", label: "rewardList.reason" },
    ],
    document: DrawAwardsDocument,
    variables: (values) => ({
      agency,
      awards: accepted.flatMap((each) => {
        const award = textOf(values, `award.${each.id}`);
        return award === null ? [] : [{ proposal: each.id, award }];
      }),
      reason: values.reason ?? "",
    }),
  });
  const show = (value: unknown) => go(`/authority/rewards/list/${(value as { id: string }).id}`);
  return <DeedButtons forms={[form]} then={show} />;
}

function columns(): Column<Proposal>[] {
  return [
    {
      id: "who",
      title: say("rewardLine.person"),
      isHeader: true,
      cell: (row) => row.person.fullName,
    },
    { id: "unit", title: say("awards.unit"), cell: (row) => row.unit.name },
    { id: "why", title: say("awards.why"), cell: (row) => row.reason },
    { id: "units", title: say("awards.units"), isNumber: true, cell: (row) => number(row.units) },
    {
      id: "state",
      title: say("rewardLine.state"),
      cell: (row) => <Badge tone={TONES[row.state]}>{say(`rewardProposal.${row.state}`)}</Badge>,
    },
  ];
}

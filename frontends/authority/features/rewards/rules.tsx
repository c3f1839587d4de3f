import { day, instant } from "@congtam/format";
import { RewardRulesDocument, type RewardRulesQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { rewardFunds } from "@congtam/i18n/catalogue/reward-funds";
import { rewardRules } from "@congtam/i18n/catalogue/reward-rules";
import { rewards } from "@congtam/i18n/catalogue/rewards";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { Loaded } from "@congtam/shared/shell";
import {
  Badge,
  Card,
  type Column,
  DataTable,
  Fact,
  Facts,
  Nothing,
  Page,
  type Tone,
} from "@congtam/ui";
import { approval, declining, proposal, scheme, sending } from "./rule-forms";
import { money, number } from "./words";

learn(rewards, rewardFunds, rewardRules);

type Found = RewardRulesQuery;
type Regulation = Found["rewardRegulations"]["nodes"][number];
type Span = Regulation["spans"][number];
type Award = Regulation["awards"][number];
const TONES: Record<Regulation["state"], Tone> = {
  PROPOSED: "info",
  APPROVED: "good",
  DECLINED: "plain",
};

/** The rules by which an agency rewards: its regulation, and its scheme of additional income. */
export default function Rules() {
  const { agency } = useAgency();
  const answer = useAnswer(RewardRulesDocument, { agency: agency?.id ?? "" }, agency === null);
  return (
    <Page title={say("rewards.rules")}>
      <Loaded answer={answer}>
        {(found) => <Parts found={found} agency={agency?.id ?? ""} />}
      </Loaded>
    </Page>
  );
}

function Parts({ found, agency }: { found: Found; agency: string }) {
  const may = (name: string) => found.personnelDesk?.allowedActions.includes(name) ?? false;
  return (
    <>
      <div className="row spread">
        <h2>{say("rewardRules.regulation")}</h2>
        <DeedButtons forms={[may("ProposeRewardRegulation") && proposal(agency)]} />
      </div>
      {found.rewardRegulations.nodes.length === 0 ? (
        <Card>
          <Nothing title={say("rewardRules.none")}>
            <p className="quiet">{say("rewardRules.noneWhy")}</p>
          </Nothing>
        </Card>
      ) : null}
      {found.rewardRegulations.nodes.map((each) => (
        <RegulationCard key={each.id} regulation={each} />
      ))}
      <Card
        title={say("incomeScheme.title")}
        aside={<DeedButtons size="small" forms={[may("ChooseIncomeScheme") && scheme(agency)]} />}
      >
        <Scheme found={found} />
      </Card>
    </>
  );
}

function RegulationCard({ regulation }: { regulation: Regulation }) {
  const may = (name: string) => regulation.allowedActions.includes(name);
  return (
    <Card
      title={say("rewardRules.edition", { title: regulation.title, edition: regulation.edition })}
      aside={<Badge tone={TONES[regulation.state]}>{say(`regulation.${regulation.state}`)}</Badge>}
    >
      <p>{say("rewardRules.scope", { text: regulation.scope })}</p>
      <Facts>
        {regulation.since ? (
          <Fact name={say("rewardRules.holds")}>
            {regulation.until
              ? say("rewardRules.fromTo", {
                  since: day(regulation.since),
                  until: day(regulation.until),
                })
              : say("rewardRules.from", { since: day(regulation.since) })}
          </Fact>
        ) : null}
        {regulation.documentNo ? (
          <Fact name={say("rewardRules.decision")}>
            <PaperShown
              number={regulation.documentNo}
              on={regulation.documentDay}
              sha256={regulation.documentSha256}
              url={regulation.documentUrl}
            />
          </Fact>
        ) : null}
        <Fact name={say("rewardRules.proposedBy")}>
          {say("rewardList.byAt", {
            who: regulation.proposedBy.fullName,
            when: instant(regulation.proposedAt),
          })}
        </Fact>
        {regulation.sentNo ? (
          <Fact name={say("rewardRules.sent")}>
            <PaperShown number={regulation.sentNo} on={regulation.sentDay} />
          </Fact>
        ) : null}
        <Fact name={say("rewardRules.remainder")}>
          {say(`rewardRemainder.${regulation.remainder}`)}
        </Fact>
      </Facts>
      {regulation.declinedReason ? (
        <p>{say("rewardRules.wasDeclined", { reason: regulation.declinedReason })}</p>
      ) : null}
      <DataTable
        label={say("rewardRules.multiples")}
        columns={spans()}
        rows={regulation.spans}
        nothing={say("rewardRules.noSpans")}
      />
      {regulation.awards.length === 0 ? null : (
        <DataTable
          label={say("rewardRules.awards")}
          columns={awards()}
          rows={regulation.awards}
          nothing=""
        />
      )}
      <DeedButtons
        size="small"
        forms={[
          may("DecideRewardRegulation") && approval(regulation),
          may("DecideRewardRegulation") && declining(regulation),
          may("RecordRegulationSent") && sending(regulation),
        ]}
      />
    </Card>
  );
}

function spans(): Column<Span>[] {
  return [
    {
      id: "span",
      title: say("fund.span"),
      isHeader: true,
      cell: (row) => say(`fundPart.${row.span}`),
    },
    {
      id: "share",
      title: say("rewardRules.share"),
      isNumber: true,
      cell: (row) => number(row.share),
    },
    {
      id: "excellent",
      title: say("rewardRules.excellent"),
      isNumber: true,
      cell: (row) => number(row.excellent),
    },
    { id: "good", title: say("rewardRules.good"), isNumber: true, cell: (row) => number(row.good) },
    {
      id: "completed",
      title: say("rewardRules.completed"),
      isNumber: true,
      cell: (row) => number(row.completed),
    },
    {
      id: "salary",
      title: say("rewardRules.bySalary"),
      cell: (row) => say(row.bySalary ? "rewardRules.yes" : "rewardRules.no"),
    },
  ];
}

function awards(): Column<Award>[] {
  return [
    { id: "name", title: say("rewardRules.award"), isHeader: true, cell: (row) => row.name },
    { id: "code", title: say("rewardRules.awardCode"), cell: (row) => row.code },
    {
      id: "worth",
      title: say("rewardLine.amount"),
      isNumber: true,
      cell: (row) =>
        row.amount === null
          ? say("rewardRules.baseSalaries", { count: number(row.baseSalaries ?? "0") })
          : money(row.amount),
    },
  ];
}

function Scheme({ found }: { found: Found }) {
  const held = found.incomeSchemeInForce;
  if (held === null) return <p className="quiet">{say("incomeScheme.none")}</p>;
  return (
    <>
      <Facts>
        <Fact name={say("incomeScheme.locality")}>{say(`locality.${held.locality}`)}</Fact>
        <Fact name={say("incomeScheme.most")}>{number(held.most)}</Fact>
        <Fact name={say("rewardRules.excellent")}>{number(held.excellent)}</Fact>
        <Fact name={say("rewardRules.good")}>{number(held.good)}</Fact>
        <Fact name={say("rewardRules.completed")}>{number(held.completed)}</Fact>
        <Fact name={say("incomeScheme.others")}>{money(held.others)}</Fact>
        <Fact name={say("rewardRules.remainder")}>{say(`rewardRemainder.${held.remainder}`)}</Fact>
        <Fact name={say("rewardRules.holds")}>
          {say("rewardRules.from", { since: day(held.since) })}
        </Fact>
        <Fact name={say("rewardRules.decision")}>
          <PaperShown number={held.documentNo} on={held.documentDay} />
        </Fact>
        <Fact name={say("fund.by")}>{held.decidedBy.fullName}</Fact>
      </Facts>
      <span className="quiet small">{held.cites.join("; ")}</span>
    </>
  );
}

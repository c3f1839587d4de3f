import { day, instant } from "@congtam/format";
import { RewardListShownDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { rewards } from "@congtam/i18n/catalogue/rewards";
import { within } from "@congtam/session";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { go, Loaded, type Params, useCursor } from "@congtam/shared/shell";
import { ButtonLink, Card, Fact, Facts, Nothing, Notice, Page } from "@congtam/ui";
import { Lines } from "./lines";
import type { List } from "./list-answer";
import { approving, correcting, paying, proposing, returning, withdrawing } from "./list-forms";
import { ListState, money, spanOf } from "./words";

learn(rewards);

/** One list: what it shares out, who gets what to the đồng, and what may be done with it. */
export default function ListPage({ params }: { params: Params }) {
  const id = params.id ?? "";
  const { after, turns } = useCursor(id);
  const answer = useAnswer(RewardListShownDocument, { id, after });
  return (
    <Loaded isPage answer={answer}>
      {({ rewardList: list }) =>
        list ? (
          <Page
            title={say("rewardList.title", {
              kind: say(`rewardKind.${list.kind}`),
              span: spanOf(list.span, list.period),
            })}
            actions={<ListState state={list.state} />}
          >
            <Told list={list} />
            <Card title={say("rewardList.sums")}>
              <Sums list={list} />
              <Deeds list={list} />
            </Card>
            <Card title={say("rewardList.lines", { count: list.lines.totalCount })}>
              <Lines list={list} turns={turns(list.lines.pageInfo)} />
            </Card>
          </Page>
        ) : (
          <Nothing isPage title={say("rewardList.nothing")}>
            <a href="/authority/rewards">{say("rewards.title")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

function Told({ list }: { list: List }) {
  const told = [
    list.returnedReason && say("rewardList.wasReturned", { reason: list.returnedReason }),
    list.withdrawnReason && say("rewardList.wasWithdrawn", { reason: list.withdrawnReason }),
  ].filter(Boolean);
  return (
    <>
      {told.map((text) => (
        <Notice key={text} tone="warn">
          {text}
        </Notice>
      ))}
      {list.corrects ? (
        <Notice>
          <a href={`/authority/rewards/list/${list.corrects.id}`}>
            {say("rewardList.correctsList", { number: list.corrects.decisionNo ?? "" })}
          </a>
        </Notice>
      ) : null}
      {list.corrections.map((each) => (
        <Notice key={each.id}>
          <a href={`/authority/rewards/list/${each.id}`}>
            {say("rewardList.correctedBy", { total: money(each.total) })}
          </a>
        </Notice>
      ))}
      {list.lines.nodes.some((line) => line.replaced) ? (
        <Notice tone="warn">{say("rewardList.hasReplaced")}</Notice>
      ) : null}
    </>
  );
}

function Sums({ list }: { list: List }) {
  const part = list.fund.parts.find((each) => each.span === list.span);
  return (
    <>
      <Facts>
        {list.pool === null ? null : <Fact name={say("rewardList.pool")}>{money(list.pool)}</Fact>}
        <Fact name={say("rewardList.total")}>
          <span className="figure">{money(list.total)}</span>
        </Fact>
        <Fact name={say("rewardList.payable")}>{money(list.payable)}</Fact>
        {part ? <Fact name={say("rewardList.partLeft")}>{money(part.left)}</Fact> : null}
        <Fact name={say("rewardList.fundLeft")}>{money(list.fund.left)}</Fact>
        {list.weights === null ? null : (
          <Fact name={say("rewardList.weights")}>{list.weights}</Fact>
        )}
        {list.base === null ? null : <Fact name={say("rewardList.base")}>{list.base}</Fact>}
        <Fact name={say("rewardList.drawnBy")}>
          {say("rewardList.byAt", { who: list.drawnBy.fullName, when: instant(list.takenAt) })}
        </Fact>
        {list.approvedBy && list.approvedAt ? (
          <Fact name={say("rewardList.approvedBy")}>
            {say("rewardList.byAt", {
              who: list.approvedBy.fullName,
              when: instant(list.approvedAt),
            })}
          </Fact>
        ) : null}
        {list.decisionNo ? (
          <Fact name={say("rewardList.decision")}>
            <PaperShown number={list.decisionNo} on={list.decisionDay} />
          </Fact>
        ) : null}
        {list.paidOn ? <Fact name={say("rewardList.paidOn")}>{day(list.paidOn)}</Fact> : null}
      </Facts>
      <p className="quiet small">
        {list.rounding} {list.cites.join("; ")}
      </p>
    </>
  );
}

function Deeds({ list }: { list: List }) {
  const may = (name: string) => list.allowedActions.includes(name);
  return (
    <div className="row">
      <DeedButtons
        forms={[
          may("ProposeRewardList") && proposing(list),
          may("ApproveRewardList") && approving(list),
          may("ReturnRewardList") && returning(list),
          may("MarkRewardsPaid") && paying(list),
          may("WithdrawRewardList") && withdrawing(list),
        ]}
      />
      <DeedButtons
        forms={[may("CorrectRewardList") && correcting(list)]}
        then={(value) => go(`/authority/rewards/list/${(value as { id: string }).id}`)}
      />
      <ButtonLink href={within(`/forms/reward_list/${list.id}.xlsx`)}>
        {say("rewardList.xlsx")}
      </ButtonLink>
    </div>
  );
}

import { MonthWorkDocument, type MonthWorkQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { headWork } from "@congtam/i18n/catalogue/head-work";
import { spoken, Turn } from "@congtam/shared/period";
import { Loaded, type Params, useCursor, useToday } from "@congtam/shared/shell";
import { type Here, OfUnit, OtherUnits } from "@congtam/shared/unit";
import { ButtonLink, Card, Nothing, Notice, Page, Tiles, type Turns } from "@congtam/ui";
import { useState } from "react";
import { Lines } from "./lines";
import { Particulars } from "./particulars";
import { inOrder, STANDINGS, type Standing, standingOf } from "./standing";

learn(headWork);

/** The unit's work of the month: who has what, and until when. */
export default function Work({ params }: { params: Params }) {
  return (
    <OfUnit params={params} none={<Nothing isPage title={say("unit.none")} />}>
      {(here) => <Shown key={here.unit} {...here} />}
    </OfUnit>
  );
}

function Shown({ unit, period, months, quarters, others }: Here) {
  const cursor = useCursor(`${unit} ${period}`);
  const answer = useAnswer(MonthWorkDocument, { unit, period, after: cursor.after });
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page
          title={say("work.title", { unit: found.unit?.name ?? "", ...spoken(period, months) })}
          actions={
            <>
              {found.monthLoads.some((load) => load.allowedActions.includes("AssignWork")) ? (
                <>
                  <ButtonLink kind="main" href={`/head/work/${unit}/${period}/assign`}>
                    {say("work.assign")}
                  </ButtonLink>
                  <ButtonLink href={`/head/work/${unit}/${period}/again`}>
                    {say("assign.again", { months })}
                  </ButtonLink>
                </>
              ) : null}
              <Turn
                period={period}
                quarters={quarters}
                path={(other) => `/head/work/${unit}/${other}`}
              />
            </>
          }
        >
          <OtherUnits
            label={say("unit.others")}
            others={others}
            path={(other) => `/head/work/${other}/${period}`}
          />
          {found.unfinishedWork.totalCount === 0 ? null : (
            <Notice tone="warn">
              <div className="row spread">
                <span>{say("work.unfinished", { count: found.unfinishedWork.totalCount })}</span>
                <ButtonLink size="small" href={`/head/work/${unit}/unfinished`}>
                  {say("work.passOn")}
                </ButtonLink>
              </div>
            </Notice>
          )}
          <Overview found={found} turns={cursor.turns(found.workOfUnit.pageInfo)} />
        </Page>
      )}
    </Loaded>
  );
}

/** Counted by where it stands; the line that is looked at is shown whole. */
function Overview({ found, turns }: { found: MonthWorkQuery; turns: Turns }) {
  const today = useToday();
  const [chosen, choose] = useState<Standing | null>(null);
  const [opened, open] = useState<string | null>(null);
  const lines = [...found.workOfUnit.nodes].sort(inOrder(today));
  const tiles = STANDINGS.map((name) => ({
    name,
    label: say(`work.${name}`),
    count: lines.filter((line) => standingOf(line, today) === name).length,
  })).filter(({ count }) => count > 0);
  const shown = lines.filter((line) => chosen === null || standingOf(line, today) === chosen);
  const line = lines.find(({ id }) => id === opened);
  return (
    <>
      {tiles.length === 0 ? null : (
        <Tiles label={say("work.byStanding")} tiles={tiles} chosen={chosen} choose={choose} />
      )}
      <Card title={say("work.lines")}>
        <Lines lines={shown} loads={found.monthLoads} today={today} open={open} turns={turns} />
      </Card>
      {line === undefined ? null : (
        <Particulars key={line.id} line={line} loads={found.monthLoads} close={() => open(null)} />
      )}
    </>
  );
}

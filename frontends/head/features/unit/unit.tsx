import { day } from "@congtam/format";
import { UnitMonthDocument, useAnswer } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { spoken, Turn } from "@congtam/shared/period";
import { Loaded, type Params } from "@congtam/shared/shell";
import { type Here, OfUnit, OtherUnits } from "@congtam/shared/unit";
import { Badge, Card, Fact, Facts, Nothing, Notice, Page } from "@congtam/ui";
import { Closing, type OfPeriod } from "./closing";
import { Deliveries } from "./deliveries";
import { Duties } from "./duties";
import { Sheets } from "./sheets";
import type { Unit } from "./unit-answer";

/** The month or quarter of one of the units that I head. */
export function UnitMonth({ params }: { params: Params }) {
  return (
    <OfUnit params={params} none={<Nothing isPage title={say("unit.none")} />}>
      {(here) => <Shown key={here.unit} {...here} />}
    </OfUnit>
  );
}

function Shown({ unit, period, months, quarters, others }: Here) {
  const answer = useAnswer(UnitMonthDocument, { unit, period });
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page
          title={say("unit.title", { unit: found.unit?.name ?? "", ...spoken(period, months) })}
          actions={
            <Turn period={period} quarters={quarters} path={(other) => `/head/${unit}/${other}`} />
          }
        >
          <OtherUnits
            label={say("unit.others")}
            others={others}
            path={(other) => `/head/${other}/${period}`}
          />
          <Acting found={found} />
          <Standing found={found} unit={unit} period={period} months={months} />
          <Duties duties={found.myDuties.nodes.filter((duty) => duty.unit.id === unit)} />
          <Deliveries deliveries={found.waitingDeliveries.nodes} />
          <Sheets found={found} unit={unit} period={period} months={months} />
        </Page>
      )}
    </Loaded>
  );
}

/** On whose behalf I act here, where the head has lent me the authority. */
function Acting({ found }: { found: Unit }) {
  const lent = found.delegationsOf.nodes.find((each) => each.actingHead.id === found.me?.id);
  if (!lent) return null;
  return (
    <Notice>
      <p>{say("unit.onBehalf", { who: lent.appointer.fullName })}</p>
    </Notice>
  );
}

function Standing({ months, ...closing }: OfPeriod) {
  const { found } = closing;
  const opened = found.monthOfUnit;
  return (
    <Card>
      <div className="row spread">
        <Facts>
          <Fact name={say("unit.month", { months })}>
            <Badge tone={opened?.state === "OPEN" ? "info" : "plain"}>
              {say(opened === null ? "unit.notOpened" : `monthState.${opened.state}`)}
            </Badge>
          </Fact>
          {opened === null ? null : (
            <Fact name={say("month.entry")}>
              {say("month.window", {
                opens: day(opened.window.opensOn),
                closes: day(opened.window.closesOn),
              })}
            </Fact>
          )}
          <Fact name={say("unit.people")}>{found.worklist.length}</Fact>
          <Fact name={say("unit.signed")}>
            {found.worklist.filter((sheet) => isSigned(sheet.state)).length}
          </Fact>
        </Facts>
        <Closing months={months} {...closing} />
      </div>
    </Card>
  );
}

export function isSigned(state: string): boolean {
  return state === "RELEASED" || state === "CLOSED";
}

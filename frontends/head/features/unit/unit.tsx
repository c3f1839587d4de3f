import { day, month, shiftMonth, today } from "@congtam/format";
import { MyUnitsDocument, UnitMonthDocument, type UnitMonthQuery, useAnswer } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Loaded, type Params, useDrafts } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, Fact, Facts, Icon, Nothing, Notice, Page } from "@congtam/ui";
import { useEffect } from "react";
import { Closing } from "./closing";
import { Deliveries } from "./deliveries";
import { Duties } from "./duties";
import { Sheets } from "./sheets";

export type Unit = UnitMonthQuery;

/** The month of one of the units that I head: the one that the address names, else the one looked at
 * last, so that nothing waits for the list of units; else the first. */
export function UnitMonth({ params }: { params: Params }) {
  const units = useAnswer(MyUnitsDocument, {});
  const [last, remember] = useDrafts<string>("head.unit");
  const mine = units.state === "ready" ? units.data.myUnits : null;
  const known = mine?.some(({ id }) => id === last) === false ? null : last;
  const unit = params.unit ?? known ?? mine?.[0]?.id;
  useEffect(() => {
    if (unit !== undefined && unit !== last) remember(unit);
  }, [unit, last, remember]);
  if (unit === undefined) {
    return (
      <Loaded isPage answer={units}>
        {() => <Nothing isPage title={say("unit.none")} />}
      </Loaded>
    );
  }
  const period = params.period ?? `${today().slice(0, 7)}-01`;
  const others = (mine ?? []).filter((each) => each.id !== unit);
  return <Shown key={unit} unit={unit} period={period} others={others} />;
}

function Shown({
  unit,
  period,
  others,
}: {
  unit: string;
  period: string;
  others: { id: string; name: string }[];
}) {
  const answer = useAnswer(UnitMonthDocument, { unit, period });
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page
          title={say("unit.title", { unit: found.unit?.name ?? "", month: month(period) })}
          actions={<Turn unit={unit} period={period} />}
        >
          {others.length === 0 ? null : (
            <nav className="row" aria-label={say("unit.others")}>
              {others.map((other) => (
                <ButtonLink key={other.id} size="small" href={`/head/${other.id}/${period}`}>
                  {other.name}
                </ButtonLink>
              ))}
            </nav>
          )}
          <Acting found={found} />
          <Standing found={found} unit={unit} period={period} />
          <Duties duties={found.myDuties.nodes.filter((duty) => duty.unit.id === unit)} />
          <Deliveries deliveries={found.waitingDeliveries.nodes} />
          <Sheets found={found} unit={unit} period={period} />
        </Page>
      )}
    </Loaded>
  );
}

function Turn({ unit, period }: { unit: string; period: string }) {
  return (
    <>
      <ButtonLink href={`/head/${unit}/${shiftMonth(period, -1)}`}>
        <Icon name="left" />
        {month(shiftMonth(period, -1))}
      </ButtonLink>
      <ButtonLink href={`/head/${unit}/${shiftMonth(period, 1)}`}>
        {month(shiftMonth(period, 1))}
        <Icon name="right" />
      </ButtonLink>
    </>
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

function Standing({ found, unit, period }: { found: Unit; unit: string; period: string }) {
  const opened = found.monthOfUnit;
  return (
    <Card>
      <div className="row spread">
        <Facts>
          <Fact name={say("unit.month")}>
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
        <Closing found={found} unit={unit} period={period} />
      </div>
    </Card>
  );
}

export function isSigned(state: string): boolean {
  return state === "RELEASED" || state === "CLOSED";
}

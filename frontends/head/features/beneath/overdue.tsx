import { day, decimal, instant } from "@congtam/format";
import {
  AcceptBreachBeneathDocument,
  DismissBreachBeneathDocument,
  OverdueBeneathDocument,
  type OverdueBeneathQuery,
  useAnswer,
} from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { headAbove } from "@congtam/i18n/catalogue/head-above";
import { monthsIn, periodName, spoken } from "@congtam/shared/period";
import { Loaded } from "@congtam/shared/shell";
import { Badge, Button, Card, type Column, DataTable, Page } from "@congtam/ui";
import { useState } from "react";
import { Asking } from "./asking";

learn(headAbove);

type Duty = OverdueBeneathQuery["dutiesEscalatedToMe"]["nodes"][number];
type Breach = OverdueBeneathQuery["breachesToDecide"]["nodes"][number];

/** What heads beneath me are late with, and what it is to cost them, which I decide. */
export default function Overdue() {
  const answer = useAnswer(OverdueBeneathDocument, {});
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page title={say("overdue.title")}>
          <Card title={say("overdue.breaches")}>
            <Breaches breaches={found.breachesToDecide.nodes} />
          </Card>
          <Card title={say("overdue.duties")}>
            <DataTable
              label={say("overdue.duties")}
              columns={DUTIES()}
              rows={found.dutiesEscalatedToMe.nodes}
              nothing={say("overdue.noDuties")}
              searched={(duty) => `${duty.unit.name} ${duty.name}`}
            />
          </Card>
        </Page>
      )}
    </Loaded>
  );
}

const DUTIES = (): Column<Duty>[] => [
  {
    id: "unit",
    title: say("month.unit"),
    isHeader: true,
    cell: (duty) => (
      <div className="stack-tight">
        <span>{duty.unit.name}</span>
        <span className="quiet small">{duty.head?.person.fullName}</span>
      </div>
    ),
  },
  { id: "name", title: say("overdue.step"), cell: (duty) => duty.name },
  {
    id: "month",
    title: say("unit.month"),
    cell: (duty) => periodName(duty.period, duty.periodMonths),
  },
  {
    id: "due",
    title: say("month.due"),
    order: (left, right) => left.dueOn.localeCompare(right.dueOn),
    cell: (duty) => <Badge tone="bad">{say("duties.overdue", { day: day(duty.dueOn) })}</Badge>,
  },
  {
    id: "escalated",
    title: say("overdue.escalated"),
    cell: (duty) => (duty.escalatedAt ? instant(duty.escalatedAt) : "—"),
  },
];

interface Doing {
  accept: boolean;
  breach: Breach;
}

function Breaches({ breaches }: { breaches: Breach[] }) {
  const [doing, begin] = useState<Doing | null>(null);
  if (breaches.length === 0) return <p className="quiet">{say("overdue.noBreaches")}</p>;
  return (
    <>
      <ul className="plain">
        {breaches.map((breach) => (
          <li key={breach.id} className="told">
            <div className="stack-tight">
              <strong>{breach.person.fullName}</strong>
              <span>
                {breach.unit.name}: {breach.duty.name},{" "}
                {say("duties.due", { day: day(breach.duty.dueOn) })}
              </span>
              <span className="quiet small">{proposed(breach)}</span>
            </div>
            {breach.allowedActions.includes("DecideBreach") ? (
              <div className="row">
                <Button size="small" onPress={() => begin({ accept: true, breach })}>
                  {say("breach.accept")}
                </Button>
                <Button size="small" onPress={() => begin({ accept: false, breach })}>
                  {say("breach.dismiss")}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {doing === null ? null : <Deciding doing={doing} close={() => begin(null)} />}
    </>
  );
}

/** What it would cost, by the agency's scale. */
function proposed({ criterion, period, scale, unit }: Breach): string {
  const months = monthsIn(period, unit.agency.quarterlyYears);
  const about = { criterion, ...spoken(period, months) };
  return scale
    ? say("breach.proposed", {
        ...about,
        points: decimal(scale.pointsEach, language()),
        reason: scale.reason,
      })
    : say("breach.noScale", about);
}

function Deciding({ doing: { accept, breach }, close }: { doing: Doing; close: () => void }) {
  const verb = say(accept ? "breach.accept" : "breach.dismiss");
  return (
    <Asking
      document={accept ? AcceptBreachBeneathDocument : DismissBreachBeneathDocument}
      variables={{ breach: breach.id, version: breach.version }}
      title={`${verb}: ${breach.person.fullName}`}
      confirm={verb}
      done={say("breach.decided")}
      close={close}
    >
      <p>{accept ? proposed(breach) : say("breach.dismissWhy")}</p>
    </Asking>
  );
}

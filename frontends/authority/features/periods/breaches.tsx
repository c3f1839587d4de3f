import { byGivenName, day, decimal } from "@congtam/format";
import {
  AcceptBreachDocument,
  DismissBreachDocument,
  type DutiesOfHeadsQuery,
} from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { DeedButtons, type DeedForm, deedForm } from "@congtam/shared/forms";
import { monthsIn, spoken } from "@congtam/shared/period";
import { Card, type Column, DataTable } from "@congtam/ui";

type Found = Pick<DutiesOfHeadsQuery, "breachesOfAgency" | "breachesToDecide">;
type Breach = Found["breachesOfAgency"]["nodes"][number];

/** Missed duties that wait for the next head up: accepted, or dismissed with a reason. */
export function Breaches({ found }: { found: Found }) {
  const all = new Map(
    [...found.breachesToDecide.nodes, ...found.breachesOfAgency.nodes].map((each) => [
      each.id,
      each,
    ]),
  );
  if (all.size === 0) return null;
  return (
    <Card title={say("breaches.title")}>
      <p className="quiet small">{say("breaches.how")}</p>
      <DataTable
        label={say("breaches.title")}
        columns={columns()}
        rows={[...all.values()]}
        nothing=""
        searched={({ person }) => person.fullName}
      />
    </Card>
  );
}

function columns(): Column<Breach>[] {
  return [
    {
      id: "person",
      title: say("breaches.who"),
      isHeader: true,
      order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
      cell: ({ person, unit }) => (
        <div className="stack-tight">
          <span>{person.fullName}</span>
          <span className="quiet small">{unit.name}</span>
        </div>
      ),
    },
    {
      id: "duty",
      title: say("breaches.missed"),
      cell: (breach) => (
        <div className="stack-tight">
          <span>{breach.duty.name}</span>
          <span className="quiet small">
            {say("breaches.was", { day: day(breach.duty.dueOn), ...named(breach) })}
          </span>
        </div>
      ),
    },
    {
      id: "costs",
      title: say("breaches.costs"),
      cell: ({ scale, criterion }) =>
        scale === null
          ? say("breaches.noScale", { criterion })
          : say("breaches.points", {
              criterion,
              points: decimal(scale.pointsEach, language()),
              reason: scale.reason,
            }),
    },
    {
      id: "act",
      title: say("periods.act"),
      cell: (breach) =>
        breach.allowedActions.includes("DecideBreach") ? (
          <DeedButtons size="small" forms={[accept(breach), dismiss(breach)]} />
        ) : (
          <span className="quiet small">{say("breaches.waits")}</span>
        ),
    },
  ];
}

/** The period that it counts in, as the agency scores where it was missed. */
function named({ period, unit }: Breach) {
  return spoken(period, monthsIn(period, unit.agency.quarterlyYears));
}

function accept(breach: Breach): DeedForm {
  return deedForm({
    document: AcceptBreachDocument,
    name: `accept.${breach.id}`,
    title: say("breaches.accept"),
    why: say("breaches.acceptWhy", {
      who: breach.person.fullName,
      ...named(breach),
    }),
    confirm: say("breaches.accept"),
    done: say("breaches.accepted"),
    fields: [{ kind: "long", name: "reason", label: "periods.reason", isRequired: true }],
    variables: (values) => ({
      breach: breach.id,
      version: breach.version,
      reason: values.reason ?? "",
    }),
  });
}

function dismiss(breach: Breach): DeedForm {
  return deedForm({
    document: DismissBreachDocument,
    name: `dismiss.${breach.id}`,
    title: say("breaches.dismiss"),
    why: say("breaches.dismissWhy", { who: breach.person.fullName }),
    confirm: say("breaches.dismiss"),
    done: say("breaches.dismissed"),
    fields: [{ kind: "long", name: "reason", label: "periods.reason", isRequired: true }],
    variables: (values) => ({
      breach: breach.id,
      version: breach.version,
      reason: values.reason ?? "",
    }),
  });
}

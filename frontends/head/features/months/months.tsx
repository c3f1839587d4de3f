import { day, instant } from "@congtam/format";
import { MonthsDocument, type MonthsQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { headAbove } from "@congtam/i18n/catalogue/head-above";
import { periodName } from "@congtam/shared/period";
import { Loaded, type Params } from "@congtam/shared/shell";
import { type Here, OfUnit, OtherUnits } from "@congtam/shared/unit";
import { Badge, ButtonLink, Card, type Column, DataTable, Nothing, Page } from "@congtam/ui";

learn(headAbove);

type Month = MonthsQuery["unitMonths"]["nodes"][number];

/** The months or quarters of a unit that I head, the latest first. */
export default function Months({ params }: { params: Params }) {
  return (
    <OfUnit params={params} none={<Nothing isPage title={say("unit.none")} />}>
      {(here) => <Shown key={here.unit} {...here} />}
    </OfUnit>
  );
}

function Shown({ unit, months, others }: Here) {
  const answer = useAnswer(MonthsDocument, { unit });
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page title={say("months.title", { unit: found.unit?.name ?? "", months })}>
          <OtherUnits
            label={say("unit.others")}
            others={others}
            path={(other) => `/head/months/${other}`}
          />
          <Card>
            <DataTable
              label={say("months.list", { months })}
              columns={columns(unit)}
              rows={found.unitMonths.nodes}
              nothing={say("months.none", { months })}
            />
          </Card>
        </Page>
      )}
    </Loaded>
  );
}

const columns = (unit: string): Column<Month>[] => [
  {
    id: "month",
    title: say("unit.month"),
    isHeader: true,
    cell: (each) => (
      <ButtonLink size="small" href={`/head/${unit}/${each.period}`}>
        {periodName(each.period, each.periodMonths)}
      </ButtonLink>
    ),
  },
  {
    id: "state",
    title: say("month.standing"),
    cell: (each) => (
      <Badge tone={each.state === "OPEN" ? "info" : "good"}>
        {say(`monthState.${each.state}`)}
      </Badge>
    ),
  },
  { id: "signed", title: say("unit.signed"), cell: (each) => signed(each) },
  {
    id: "closed",
    title: say("months.closed"),
    cell: (each) =>
      each.closedAt
        ? say("months.closedBy", {
            when: instant(each.closedAt),
            who: each.closedBy?.fullName ?? "",
          })
        : "—",
  },
  {
    id: "entry",
    title: say("month.entry"),
    cell: (each) =>
      say("month.window", {
        opens: day(each.window.opensOn),
        closes: day(each.window.closesOn),
      }),
  },
  { id: "locks", title: say("months.locks"), cell: (each) => <Locks month={each} /> },
];

/** How many are signed, and when the last of them was. */
function signed({ sheets }: Month): string {
  const days = sheets.flatMap(({ releasedAt }) => releasedAt ?? []).sort();
  const last = days.at(-1);
  const counted = { done: days.length, all: sheets.length };
  return last === undefined
    ? say("month.of", counted)
    : say("months.signedBy", { ...counted, day: day(last) });
}

function Locks({ month: { lockExceptions } }: { month: Month }) {
  if (lockExceptions.length === 0) return "—";
  return (
    <ul className="plain">
      {lockExceptions.map((each) => (
        <li key={each.id} className="stack-tight">
          <span>
            <Badge tone={each.inForce ? "warn" : "plain"}>
              {say(each.inForce ? "lock.inForce" : "lock.over", { when: instant(each.endsAt) })}
            </Badge>
          </span>
          <span className="quiet small">
            {each.person?.fullName ?? say("lock.wholeUnit")} · {each.reason}
          </span>
        </li>
      ))}
    </ul>
  );
}

import { day, inOrder, instant, today } from "@congtam/format";
import {
  GrantLockExceptionDocument,
  MonthsOfUnitsDocument,
  type MonthsOfUnitsQuery,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { periods } from "@congtam/i18n/catalogue/periods";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, type DeedForm, deedForm, textOf } from "@congtam/shared/forms";
import { monthsIn, periodOf, spoken, Turn } from "@congtam/shared/period";
import { Loaded, type Params, useCursor } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Loading, Page, type Tone } from "@congtam/ui";

learn(periods);

type Unit = MonthsOfUnitsQuery["unitsScoring"]["nodes"][number];
type Month = NonNullable<Unit["month"]>;

/** Vietnam's, which has no other hour. */
const ZONE = "+07:00";

/** Where each unit stands with a month or quarter: opened, signed, closed. */
export default function Months({ params }: { params: Params }) {
  const { agency } = useAgency();
  const quarters = agency?.quarterlyYears;
  const period = periodOf(params.period ?? today(), quarters);
  const months = monthsIn(period, quarters);
  return (
    <Page
      title={say("periods.title", spoken(period, months))}
      actions={
        <Turn period={period} quarters={quarters} path={(other) => `/authority/periods/${other}`} />
      }
    >
      {agency === null ? (
        <Loading />
      ) : (
        <Asked key={`${agency.id} ${period}`} agency={agency.id} period={period} months={months} />
      )}
    </Page>
  );
}

function Asked({ agency, period, months }: { agency: string; period: string; months: number }) {
  const { after, turns } = useCursor(`${agency} ${period}`);
  // A unit that has gone since had its month; one that is to come has none yet.
  const on = period > today() ? period : today();
  const answer = useAnswer(MonthsOfUnitsDocument, { agency, period, on, after });
  return (
    <Loaded answer={answer}>
      {({ unitsScoring }) => (
        <Card title={say("periods.units")}>
          <Counts units={unitsScoring.nodes} />
          <DataTable
            part={turns(unitsScoring.pageInfo)}
            label={say("periods.units")}
            columns={columns(period, months)}
            rows={unitsScoring.nodes}
            nothing={say("periods.noUnits")}
            searched={({ name }) => name}
            pageSize={50}
          />
        </Card>
      )}
    </Loaded>
  );
}

function Counts({ units }: { units: Unit[] }) {
  const opened = units.filter(({ month: of }) => of !== null);
  const signed = opened.filter(({ month: of }) => of !== null && of.signed === of.people);
  const closed = opened.filter(({ month: of }) => of?.state === "CLOSED");
  return (
    <p className="quiet">
      {say("periods.counts", {
        all: units.length,
        opened: opened.length,
        signed: signed.length,
        closed: closed.length,
      })}
    </p>
  );
}

function standing(of: Month | null): { tone: Tone; text: string } {
  if (of === null) return { tone: "plain", text: say("periods.notOpened") };
  if (of.state === "CLOSED") return { tone: "good", text: say("periods.closed") };
  return of.signed === of.people
    ? { tone: "info", text: say("periods.allSigned") }
    : { tone: "warn", text: say("periods.open") };
}

function columns(period: string, months: number): Column<Unit>[] {
  return [
    {
      id: "unit",
      title: say("periods.unit"),
      isHeader: true,
      order: (left, right) => inOrder(left.name, right.name),
      cell: ({ id, name }) => <a href={`/authority/units/${id}`}>{name}</a>,
    },
    {
      id: "state",
      title: say("periods.state"),
      order: (left, right) => standing(left.month).text.localeCompare(standing(right.month).text),
      cell: ({ month: of }) => {
        const { tone, text } = standing(of);
        return <Badge tone={tone}>{text}</Badge>;
      },
    },
    {
      id: "signed",
      title: say("periods.signed"),
      isNumber: true,
      order: (left, right) => (left.month?.signed ?? -1) - (right.month?.signed ?? -1),
      cell: ({ month: of }) =>
        of === null ? "—" : say("periods.of", { done: of.signed, all: of.people }),
    },
    {
      id: "window",
      title: say("periods.entry"),
      cell: ({ month: of }) => (of === null ? "—" : <Entry month={of} />),
    },
    {
      id: "closed",
      title: say("periods.closedAt"),
      cell: ({ month: of }) =>
        of === null || of.closedAt === null ? (
          "—"
        ) : (
          <div className="stack-tight">
            <span>{instant(of.closedAt)}</span>
            <span className="quiet small">{of.closedBy?.fullName}</span>
          </div>
        ),
    },
    {
      id: "act",
      title: say("periods.act"),
      cell: (unit) =>
        unit.mayGrantLockException ? (
          <DeedButtons size="small" forms={[grant(unit, period, months)]} />
        ) : null,
    },
  ];
}

function Entry({ month: { window } }: { month: Month }) {
  return (
    <div className="stack-tight">
      <span>{say("periods.until", { day: day(window.closesOn) })}</span>
      <span className="quiet small">{say(`periods.window.${window.state}`)}</span>
    </div>
  );
}

/** Open a locked period of a unit for its people, until the end of a day. */
function grant(unit: Unit, period: string, months: number): DeedForm {
  return deedForm({
    document: GrantLockExceptionDocument,
    name: `lock.${unit.id}.${period}`,
    title: say("periods.grant"),
    why: say("periods.grantWhy", { unit: unit.name, ...spoken(period, months) }),
    confirm: say("periods.grant"),
    done: say("periods.granted"),
    fields: [
      { kind: "day", name: "last", label: "periods.lastDay", isRequired: true },
      { kind: "long", name: "reason", label: "periods.reason", isRequired: true },
    ],
    variables: (values) => ({
      unit: unit.id,
      period,
      person: null,
      endsAt: `${values.last}T23:59:59${ZONE}`,
      reason: textOf(values, "reason") ?? "",
    }),
  });
}

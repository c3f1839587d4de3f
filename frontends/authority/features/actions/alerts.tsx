import { byGivenName, day } from "@congtam/format";
import { PersonnelAlertsDocument, type PersonnelAlertsQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { personnel } from "@congtam/i18n/catalogue/personnel";
import { personnelCodes } from "@congtam/i18n/catalogue/personnel-codes";
import { useAgency } from "@congtam/shared/agency";
import { Loaded } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Nothing, Page } from "@congtam/ui";

learn(personnel, personnelCodes);

type Found = PersonnelAlertsQuery;
type Somebody = { id: string; fullName: string } | null;

/** What is due about the people of an agency: each leads to whom or what it is about. */
export default function Alerts() {
  const { agency } = useAgency();
  const answer = useAnswer(PersonnelAlertsDocument, { agency: agency?.id ?? "" }, agency === null);
  return (
    <Page title={say("personnel.alerts")}>
      <Loaded answer={answer}>{(found) => <All found={found} />}</Loaded>
    </Page>
  );
}

function All({ found }: { found: Found }) {
  const { personnelActionsToDecide: mine, personnelStepsDue: due } = found;
  const parts = [
    [mine.nodes.length, <ToDecide key="decide" rows={mine.nodes} />],
    [due.nodes.length, <StepsDue key="due" rows={due.nodes} />],
    [found.termsEnding.length, <Terms key="terms" rows={found.termsEnding} />],
    [found.lowestClasses.length, <Lowest key="lowest" rows={found.lowestClasses} />],
    [found.periodicChangesDue.length, <Changes key="changes" rows={found.periodicChangesDue} />],
  ] as const;
  const shown = parts.filter(([count]) => count > 0);
  if (shown.length > 0) return shown.map(([, part]) => part);
  return (
    <Card>
      <Nothing title={say("personnelAlert.none")}>
        <p className="quiet">{say("personnelAlert.noneWhy")}</p>
      </Nothing>
    </Card>
  );
}

function ToDecide({ rows }: { rows: Found["personnelActionsToDecide"]["nodes"] }) {
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    { ...person<Row>((row) => row.person), cell: (row) => toAction(row.id, row.person.fullName) },
    { id: "what", title: say("actions.what"), cell: (row) => row.name },
    { id: "agency", title: say("actions.agency"), cell: (row) => row.agency.name },
    { id: "from", title: say("actions.from"), cell: (row) => dayOr(row.effectiveOn) },
  ];
  return (
    <Card title={say("personnelAlert.toDecide")}>
      <p className="quiet">{say("personnelAlert.toDecideWhy")}</p>
      <DataTable label={say("personnelAlert.toDecide")} columns={columns} rows={rows} nothing="" />
    </Card>
  );
}

function StepsDue({ rows }: { rows: Found["personnelStepsDue"]["nodes"] }) {
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    {
      ...person<Row>((row) => row.action.person),
      cell: (row) => toAction(row.action.id, row.action.person.fullName),
    },
    { id: "what", title: say("actions.what"), cell: (row) => row.action.name },
    { id: "step", title: say("personnelAlert.step"), cell: (row) => row.name },
    { id: "owner", title: say("actionStep.owner"), cell: (row) => say(`stepOwner.${row.owner}`) },
    {
      id: "due",
      title: say("actionStep.due"),
      order: (left, right) => (left.dueOn ?? "").localeCompare(right.dueOn ?? ""),
      cell: (row) => <Due on={row.dueOn} overdue={row.overdue} />,
    },
  ];
  return (
    <Card title={say("personnelAlert.stepsDue")}>
      <DataTable label={say("personnelAlert.stepsDue")} columns={columns} rows={rows} nothing="" />
    </Card>
  );
}

function Terms({ rows }: { rows: Found["termsEnding"] }) {
  const told = rows.map((row, at) => ({ ...row, id: row.posting?.id ?? String(at) }));
  type Row = (typeof told)[number];
  const columns: Column<Row>[] = [
    person<Row>((row) => row.person),
    {
      id: "post",
      title: say("personnelAlert.post"),
      cell: (row) =>
        row.posting
          ? say("actions.post", {
              office: say(`office.${row.posting.office}`),
              unit: row.posting.unit.name,
            })
          : "—",
    },
    { id: "ends", title: say("personnelAlert.endsOn"), cell: (row) => day(row.endsOn) },
    { id: "notice", title: say("personnelAlert.noticeBy"), cell: (row) => day(row.noticeBy) },
  ];
  return (
    <Card title={say("personnelAlert.terms")}>
      <p className="quiet">{say("personnelAlert.termsWhy")}</p>
      <DataTable label={say("personnelAlert.terms")} columns={columns} rows={told} nothing="" />
    </Card>
  );
}

function Lowest({ rows }: { rows: Found["lowestClasses"] }) {
  const told = rows.map((row, at) => ({ ...row, id: `${row.year}.${row.person?.id ?? at}` }));
  type Row = (typeof told)[number];
  const columns: Column<Row>[] = [
    person<Row>((row) => row.person),
    { id: "year", title: say("personnelAlert.year"), cell: (row) => String(row.year) },
    { id: "known", title: say("personnelAlert.knownOn"), cell: (row) => day(row.knownOn) },
    { id: "by", title: say("personnelAlert.terminationBy"), cell: (row) => day(row.terminationBy) },
  ];
  return (
    <Card title={say("personnelAlert.lowest")}>
      <p className="quiet">{say("personnelAlert.lowestWhy")}</p>
      <DataTable label={say("personnelAlert.lowest")} columns={columns} rows={told} nothing="" />
    </Card>
  );
}

function Changes({ rows }: { rows: Found["periodicChangesDue"] }) {
  const told = rows.map((row, at) => ({ ...row, id: row.posting?.id ?? String(at) }));
  type Row = (typeof told)[number];
  const columns: Column<Row>[] = [
    person<Row>((row) => row.person),
    {
      id: "post",
      title: say("personnelAlert.post"),
      cell: (row) => row.posting?.position?.name ?? row.posting?.unit.name ?? "—",
    },
    { id: "since", title: say("personnelAlert.since"), cell: (row) => day(row.since) },
    {
      id: "years",
      title: say("personnelAlert.years"),
      cell: (row) => String(row.years),
      isNumber: true,
    },
    { id: "due", title: say("personnelAlert.changeDue"), cell: (row) => day(row.dueOn) },
  ];
  return (
    <Card title={say("personnelAlert.changes")}>
      <DataTable label={say("personnelAlert.changes")} columns={columns} rows={told} nothing="" />
    </Card>
  );
}

/** The column that names a row by its person, who leads to his file. */
function person<Row>(of: (row: Row) => Somebody): Column<Row> {
  return {
    id: "person",
    title: say("actions.person"),
    isHeader: true,
    order: (left, right) => byGivenName(of(left)?.fullName ?? "", of(right)?.fullName ?? ""),
    cell: (row) => {
      const found = of(row);
      return found ? <a href={`/authority/file/${found.id}`}>{found.fullName}</a> : "—";
    },
  };
}

function toAction(id: string, name: string) {
  return <a href={`/authority/actions/${id}`}>{name}</a>;
}

function dayOr(on: string | null): string {
  return on === null ? "—" : day(on);
}

function Due({ on, overdue }: { on: string | null; overdue: boolean }) {
  if (on === null) return "—";
  return (
    <span className="row">
      {day(on)}
      {overdue ? <Badge tone="bad">{say("actionStep.overdue")}</Badge> : null}
    </span>
  );
}

import { byGivenName, day } from "@congtam/format";
import {
  DisciplineRegisterDocument,
  type DisciplineRegisterQuery,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { discipline } from "@congtam/i18n/catalogue/discipline";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { PeopleLinks } from "@congtam/shared/people";
import { Loaded } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Nothing, Page } from "@congtam/ui";
import { announcement } from "./decision-forms";
import { ProcedureCard } from "./procedure";

learn(discipline);

type Found = DisciplineRegisterQuery;
type Decision = Found["disciplineInForce"]["nodes"][number];
type Correction = Found["disciplineCorrections"]["nodes"][number];

/** The register of discipline of an agency, what is under way first. */
export default function Register() {
  const { agency } = useAgency();
  const answer = useAnswer(
    DisciplineRegisterDocument,
    { agency: agency?.id ?? "" },
    agency === null,
  );
  return (
    <Page title={say("discipline.title")}>
      <Loaded answer={answer}>{(found) => <Parts found={found} />}</Loaded>
      <Card title={say("discipline.find")}>
        <p className="quiet">{say("discipline.findWhy")}</p>
        {agency === null ? null : (
          <PeopleLinks key={agency.id} agency={agency.id} path="/authority/discipline" />
        )}
      </Card>
    </Page>
  );
}

function Parts({ found }: { found: Found }) {
  const open = found.openProcedures.nodes;
  return (
    <>
      <h2>{say("discipline.open", { count: open.length })}</h2>
      {open.length === 0 ? (
        <Card>
          <Nothing title={say("discipline.noneOpen")} />
        </Card>
      ) : (
        open.map((each) => <ProcedureCard key={each.id} procedure={each} withPerson />)
      )}
      <Card title={say("discipline.inForce")}>
        <DataTable
          label={say("discipline.inForce")}
          columns={decisions()}
          rows={found.disciplineInForce.nodes}
          nothing={say("discipline.noneInForce")}
        />
      </Card>
      {found.disciplineCorrections.nodes.length === 0 ? null : (
        <Card title={say("discipline.corrections")}>
          <p className="quiet">{say("discipline.correctionsWhy")}</p>
          <DataTable
            label={say("discipline.corrections")}
            columns={corrections()}
            rows={found.disciplineCorrections.nodes}
            nothing=""
          />
        </Card>
      )}
    </>
  );
}

function named<Row extends { person: { id: string; fullName: string } }>(): Column<Row> {
  return {
    id: "person",
    title: say("discipline.person"),
    isHeader: true,
    order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
    cell: (row) => <a href={`/authority/discipline/${row.person.id}`}>{row.person.fullName}</a>,
  };
}

function decisions(): Column<Decision>[] {
  return [
    named<Decision>(),
    {
      id: "form",
      title: say("ruling.form"),
      cell: (row) => `${say(`ruling.form.${row.form}`)} (${say(`ruling.source.${row.source}`)})`,
    },
    {
      id: "decision",
      title: say("discipline.decision"),
      cell: (row) => <PaperShown number={row.decisionNo} on={row.decisionDay} />,
    },
    {
      id: "since",
      title: say("discipline.since"),
      cell: (row) => (row.since ? day(row.since) : "—"),
    },
    {
      id: "until",
      title: say("discipline.until"),
      order: (left, right) => (left.until ?? "").localeCompare(right.until ?? ""),
      cell: (row) => (row.until ? day(row.until) : "—"),
    },
  ];
}

function corrections(): Column<Correction>[] {
  return [
    named<Correction>(),
    {
      id: "decision",
      title: say("discipline.annulled"),
      cell: (row) => <PaperShown number={row.decisionNo} on={row.decisionDay} />,
    },
    {
      id: "conclusion",
      title: say("discipline.conclusion"),
      cell: (row) => <PaperShown number={row.conclusionNo} on={row.conclusionDay} />,
    },
    {
      id: "by",
      title: say("discipline.announceBy"),
      cell: (row) => (
        <span className="row">
          {day(row.announceBy)}
          {row.overdue ? <Badge tone="bad">{say("discipline.late")}</Badge> : null}
        </span>
      ),
    },
    {
      id: "told",
      title: say("discipline.announced"),
      cell: (row) =>
        row.announcedOn === null ? (
          <DeedButtons
            size="small"
            forms={[row.allowedActions.includes("AnnounceCorrection") && announcement(row)]}
          />
        ) : (
          <span>
            {day(row.announcedOn)}{" "}
            <PaperShown number={row.announcementNo} on={row.announcementDay} />
          </span>
        ),
    },
  ];
}

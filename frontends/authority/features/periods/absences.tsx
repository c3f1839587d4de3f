import { byGivenName, day, shiftDay } from "@congtam/format";
import {
  type AbsenceKind,
  AbsencesOfAgencyDocument,
  type AbsencesOfAgencyQuery,
  AnnulAbsenceDocument,
  EndAbsenceDocument,
  RecordAbsenceDocument,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { periods } from "@congtam/i18n/catalogue/periods";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, type DeedForm, deedForm, PaperShown, thePaper } from "@congtam/shared/forms";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Loading, Page } from "@congtam/ui";

learn(periods);

type Absence = AbsencesOfAgencyQuery["absencesOfAgency"]["nodes"][number];

const KINDS: readonly AbsenceKind[] = ["MATERNITY", "SICK", "UNPAID", "TRAINING", "SUSPENDED"];

/** Who did not serve, when, and by which document. */
export default function Absences() {
  const { agency } = useAgency();
  return (
    <Page title={say("absences.title")}>
      {agency === null ? <Loading /> : <Asked key={agency.id} agency={agency.id} />}
    </Page>
  );
}

function Asked({ agency }: { agency: string }) {
  const { after, turns } = useCursor(agency);
  const answer = useAnswer(AbsencesOfAgencyDocument, { agency, after });
  return (
    <Loaded answer={answer}>
      {({ agency: of, absencesOfAgency: { nodes, pageInfo } }) => (
        <Card
          title={say("absences.list")}
          aside={
            of?.allowedActions.includes("RecordAbsence") ? (
              <DeedButtons forms={[record(agency)]} />
            ) : null
          }
        >
          <DataTable
            part={turns(pageInfo)}
            label={say("absences.list")}
            columns={columns()}
            rows={nodes}
            nothing={say("absences.none")}
            searched={({ person }) => person.fullName}
            pageSize={50}
          />
        </Card>
      )}
    </Loaded>
  );
}

function columns(): Column<Absence>[] {
  return [
    {
      id: "person",
      title: say("absences.person"),
      isHeader: true,
      order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
      cell: ({ person, unit }) => (
        <div className="stack-tight">
          <a href={`/authority/people/${person.id}`}>{person.fullName}</a>
          <span className="quiet small">{unit.name}</span>
        </div>
      ),
    },
    {
      id: "kind",
      title: say("absences.kind"),
      cell: ({ kind, annulledAt }) => (
        <span className="row">
          {say(`absences.kind.${kind}`)}
          {annulledAt === null ? null : <Badge>{say("absences.annulled")}</Badge>}
        </span>
      ),
    },
    {
      id: "days",
      title: say("absences.days"),
      order: (left, right) => left.since.localeCompare(right.since),
      cell: ({ since, until }) =>
        until === null
          ? say("absences.since", { day: day(since) })
          : say("absences.between", { since: day(since), until: day(until) }),
    },
    {
      id: "document",
      title: say("absences.document"),
      cell: (absence) => (
        <div className="stack-tight">
          <PaperShown
            number={absence.documentNo}
            on={absence.documentDay}
            sha256={absence.documentSha256}
            url={absence.documentUrl}
          />
          {[absence.endedReason, absence.annulledReason].filter(Boolean).map((reason) => (
            <span key={reason} className="quiet small">
              {reason}
            </span>
          ))}
        </div>
      ),
    },
    {
      id: "act",
      title: say("periods.act"),
      cell: (absence) => (
        <DeedButtons
          size="small"
          forms={[
            absence.allowedActions.includes("EndAbsence") && end(absence),
            absence.allowedActions.includes("AnnulAbsence") && annul(absence),
          ]}
        />
      ),
    },
  ];
}

function record(agency: string): DeedForm {
  return deedForm({
    document: RecordAbsenceDocument,
    name: `absence.${agency}`,
    title: say("absences.record"),
    why: say("absences.recordWhy"),
    confirm: say("absences.recordDo"),
    done: say("absences.recorded"),
    fields: [
      { kind: "person", name: "person", label: "absences.person", isRequired: true, agency },
      {
        kind: "choice",
        name: "kind",
        label: "absences.kind",
        isRequired: true,
        options: KINDS.map((value) => ({ value, label: say(`absences.kind.${value}`) })),
      },
      { kind: "day", name: "begins", label: "absences.firstDay", isRequired: true },
      { kind: "day", name: "last", label: "absences.lastDay" },
      { kind: "paper", name: "document", label: "absences.document", isRequired: true },
    ],
    variables: (values) => ({
      person: values.person ?? "",
      kind: values.kind as AbsenceKind,
      begins: values.begins ?? "",
      ends: values.last ? shiftDay(values.last, 1) : null,
      document: thePaper(values, "document"),
    }),
  });
}

function end(absence: Absence): DeedForm {
  return deedForm({
    document: EndAbsenceDocument,
    name: `endAbsence.${absence.id}`,
    title: say("absences.end"),
    why: say("absences.endWhy", { who: absence.person.fullName }),
    confirm: say("absences.end"),
    done: say("absences.ended"),
    fields: [
      { kind: "day", name: "ends", label: "absences.serves", isRequired: true },
      { kind: "long", name: "reason", label: "periods.reason", isRequired: true },
    ],
    variables: (values) => ({
      absenceId: absence.id,
      version: absence.version,
      ends: values.ends ?? "",
      reason: values.reason ?? "",
    }),
  });
}

function annul(absence: Absence): DeedForm {
  return deedForm({
    document: AnnulAbsenceDocument,
    name: `annul.${absence.id}`,
    title: say("absences.annul"),
    why: say("absences.annulWhy", { who: absence.person.fullName }),
    confirm: say("absences.annul"),
    done: say("absences.annulledDone"),
    fields: [{ kind: "long", name: "reason", label: "periods.reason", isRequired: true }],
    variables: (values) => ({
      absenceId: absence.id,
      version: absence.version,
      reason: values.reason ?? "",
    }),
  });
}

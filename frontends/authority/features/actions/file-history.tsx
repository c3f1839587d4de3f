import { decimal } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { DeedButtons } from "@congtam/shared/forms";
import { Badge, Card, type Column, DataTable } from "@congtam/ui";
import type { PersonFile } from "./file-answer";
import { recordSalary } from "./records";
import { dayOr } from "./words";

type Post = NonNullable<PersonFile["person"]>["postings"][number];
type Class = PersonFile["classificationsOfPerson"]["nodes"][number];
type Salary = PersonFile["salariesOfPerson"][number];

/** The posts of a person, the latest first. */
export function Posts({ file, cited }: { file: PersonFile; cited: string }) {
  const columns: Column<Post>[] = [
    {
      id: "office",
      title: say("personFile.office"),
      isHeader: true,
      cell: (row) => (
        <span className="row">
          {say(`office.${row.office}`)}
          <Cited is={row.id === cited} />
        </span>
      ),
    },
    { id: "unit", title: say("personFile.unit"), cell: (row) => row.unit.name },
    { id: "position", title: say("personFile.position"), cell: (row) => row.position?.name ?? "—" },
    { id: "since", title: say("personFile.since"), cell: (row) => dayOr(row.since) },
    { id: "until", title: say("personFile.until"), cell: (row) => dayOr(row.until) },
    { id: "paper", title: say("personFile.decision"), cell: (row) => row.decisionNo || "—" },
  ];
  const rows = file.person?.postings ?? [];
  return (
    <DataTable
      label={say("personFile.posts")}
      columns={columns}
      rows={rows}
      nothing={say("personFile.none")}
    />
  );
}

/** The classes of years that were decided here. */
export function Classes({ file, cited }: { file: PersonFile; cited: string }) {
  const columns: Column<Class>[] = [
    {
      id: "year",
      title: say("personFile.year"),
      isHeader: true,
      cell: (row) => (
        <span className="row">
          {row.year}
          {row.replacedAt ? <Badge tone="warn">{say("personFile.replaced")}</Badge> : null}
          <Cited is={row.id === cited} />
        </span>
      ),
    },
    {
      id: "level",
      title: say("personFile.level"),
      cell: (row) =>
        say(row.appliedLevel ? `level.${row.appliedLevel}` : "recordedLevel.NOT_RATED"),
    },
    { id: "paper", title: say("personFile.decision"), cell: (row) => row.decisionNo ?? "—" },
    { id: "day", title: say("personFile.decided"), cell: (row) => dayOr(row.decisionDay) },
    { id: "told", title: say("personFile.notified"), cell: (row) => dayOr(row.notifiedAt) },
  ];
  const rows = file.classificationsOfPerson.nodes;
  return (
    <DataTable
      label={say("personFile.classes")}
      columns={columns}
      rows={rows}
      nothing={say("personFile.noClasses")}
    />
  );
}

/** Salary coefficients, for those who read them. */
export function Salaries({ file, may }: { file: PersonFile; may: readonly string[] }) {
  const rows = file.salariesOfPerson;
  const columns: Column<Salary>[] = [
    {
      id: "coefficient",
      title: say("personFile.coefficient"),
      isHeader: true,
      cell: (row) =>
        row.coefficient === null
          ? say("personFile.noSalary")
          : decimal(row.coefficient, language()),
    },
    { id: "since", title: say("personFile.since"), cell: (row) => dayOr(row.since) },
    { id: "until", title: say("personFile.until"), cell: (row) => dayOr(row.until) },
    { id: "paper", title: say("personFile.decision"), cell: (row) => row.documentNo },
  ];
  const records = may.includes("RecordSalary") && recordSalary(file.person?.id ?? "");
  if (rows.length === 0 && !records) return null;
  return (
    <Card title={say("personFile.salaries")}>
      <DataTable
        label={say("personFile.salaries")}
        columns={columns}
        rows={rows}
        nothing={say("personFile.none")}
      />
      <DeedButtons forms={[records]} />
    </Card>
  );
}

/** The record that brought the reader here. */
export function Cited({ is }: { is: boolean }) {
  return is ? <Badge tone="info">{say("personFile.cited")}</Badge> : null;
}

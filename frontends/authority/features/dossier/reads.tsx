import { instant } from "@congtam/format";
import type { ReadToldFragment } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Card, type Column, DataTable } from "@congtam/ui";

/** Who has read whose record, when and what for. */
export function Reads({ title, reads }: { title: string; reads: ReadToldFragment[] }) {
  return (
    <Card title={title}>
      <DataTable label={title} columns={columns()} rows={reads} nothing={say("dossier.noReads")} />
    </Card>
  );
}

function columns(): Column<ReadToldFragment>[] {
  return [
    {
      id: "at",
      title: say("dossier.when"),
      order: (left, right) => left.readAt.localeCompare(right.readAt),
      cell: (row) => instant(row.readAt),
    },
    { id: "who", title: say("dossier.person"), isHeader: true, cell: (row) => row.person.fullName },
    {
      id: "reader",
      title: say("dossier.reader"),
      cell: (row) =>
        row.onBehalfOf
          ? say("dossier.readerFor", { who: row.readBy.fullName, whom: row.onBehalfOf.fullName })
          : row.readBy.fullName,
    },
    { id: "agency", title: say("dossier.readIn"), cell: (row) => row.agency.name },
    { id: "keeps", title: say("dossier.keeps"), cell: (row) => row.fromAgency.name },
    {
      id: "purpose",
      title: say("dossier.purpose"),
      cell: (row) => say(`dossierPurpose.${row.purpose}`),
    },
  ];
}

import { decimal, shiftPoint } from "@congtam/format";
import { language, learn, say } from "@congtam/i18n";
import { signals } from "@congtam/i18n/catalogue/inspector-signals";
import { type Column, DataTable } from "@congtam/ui";
import { type Piece, pieces } from "./evidence";

learn(signals);

const COLUMNS: Column<Piece>[] = [
  { id: "title", title: say("signals.product"), isHeader: true, cell: ({ title }) => title },
  {
    id: "units",
    title: say("signals.units"),
    isNumber: true,
    cell: ({ units }) => decimal(units, language()),
  },
  {
    id: "share",
    title: say("signals.share"),
    isNumber: true,
    cell: ({ share }) =>
      share.includes("/") ? share : `${decimal(shiftPoint(share, 2), language())}%`,
  },
];

/** The products that a signal of a heavy product rests on, with their numbers. */
export function Weighed({ evidence }: { evidence: string }) {
  const rows = pieces(evidence);
  if (rows.length === 0) return null;
  return (
    <DataTable
      label={say("signals.products")}
      columns={COLUMNS}
      rows={rows}
      nothing={say("signals.none")}
    />
  );
}

import { PeriodicPositionsDocument, type PeriodicPositionsQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { personnel } from "@congtam/i18n/catalogue/personnel";
import { personnelCodes } from "@congtam/i18n/catalogue/personnel-codes";
import { personnelFile } from "@congtam/i18n/catalogue/personnel-file";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { Card, type Column, DataTable, Page } from "@congtam/ui";
import { listPosition } from "./records";

learn(personnel, personnelCodes, personnelFile);

type Listed = PeriodicPositionsQuery["periodicPositions"]["nodes"][number];

/** The job positions whose holders are changed every so many years. */
export default function Periodic() {
  const { agency } = useAgency();
  const { after, turns } = useCursor(agency?.id ?? "");
  const asked = { agency: agency?.id ?? "", after };
  const answer = useAnswer(PeriodicPositionsDocument, asked, agency === null);
  return (
    <Page title={say("personnel.periodic")}>
      <Loaded answer={answer}>
        {(found) => (
          <Card>
            <p className="quiet">{say("periodic.why")}</p>
            <DataTable
              part={turns(found.periodicPositions.pageInfo)}
              label={say("personnel.periodic")}
              columns={columns()}
              rows={found.periodicPositions.nodes}
              nothing={say("periodic.none")}
            />
            <DeedButtons
              forms={[
                found.personnelDesk?.allowedActions.includes("ListPeriodicPosition") &&
                  listPosition(found.personnelDesk.agencyId),
              ]}
            />
          </Card>
        )}
      </Loaded>
    </Page>
  );
}

function columns(): Column<Listed>[] {
  return [
    {
      id: "position",
      title: say("periodic.position"),
      isHeader: true,
      cell: (row) => row.position?.name ?? "—",
    },
    { id: "code", title: say("periodic.code"), cell: (row) => row.position?.code ?? "—" },
    {
      id: "years",
      title: say("periodic.years"),
      isNumber: true,
      cell: (row) => String(row.years),
    },
    {
      id: "paper",
      title: say("personFile.paper"),
      cell: (row) => <PaperShown number={row.documentNo} on={row.documentDay} />,
    },
    { id: "by", title: say("periodic.by"), cell: (row) => row.listedBy.fullName },
  ];
}

import { day } from "@congtam/format";
import { DossiersOfPersonDocument, type DossiersOfPersonQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { dossier } from "@congtam/i18n/catalogue/dossier";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Nothing, Page } from "@congtam/ui";
import { revoking } from "./forms";
import { Reads } from "./reads";

learn(dossier);

type Opened = DossiersOfPersonQuery["dossiersOf"]["nodes"][number];

/** To whom one person's record is or was open, and who has read it. */
export default function DossiersOfPerson({ params }: { params: Params }) {
  const answer = useAnswer(DossiersOfPersonDocument, { person: params.person ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {(found) =>
        found.person ? (
          <Page title={say("dossier.ofPerson", { name: found.person.fullName })}>
            <Card title={say("dossier.openings")}>
              <DataTable
                label={say("dossier.openings")}
                columns={columns()}
                rows={found.dossiersOf.nodes}
                nothing={say("dossier.neverOpen")}
              />
            </Card>
            <Reads title={say("dossier.readsOf")} reads={found.dossierReadsOf.nodes} />
          </Page>
        ) : (
          <Nothing isPage title={say("dossier.nobody")}>
            <a href="/authority/dossier">{say("dossier.title")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

function columns(): Column<Opened>[] {
  return [
    { id: "agency", title: say("dossier.readIn"), isHeader: true, cell: (row) => row.agency.name },
    {
      id: "purpose",
      title: say("dossier.purpose"),
      cell: (row) => say(`dossierPurpose.${row.purpose}`),
    },
    {
      id: "days",
      title: say("dossier.days"),
      cell: (row) => say("dossier.fromTo", { since: day(row.since), until: day(row.until) }),
    },
    { id: "basis", title: say("dossier.basis"), cell: (row) => say(`dossierBasis.${row.basis}`) },
    { id: "by", title: say("dossier.openedBy"), cell: (row) => row.openedBy.fullName },
    {
      id: "letter",
      title: say("dossier.letter"),
      cell: (row) => <PaperShown number={row.documentNo} on={row.documentDay} />,
    },
    {
      id: "state",
      title: say("dossier.state"),
      cell: (row) => (
        <span className="stack-tight">
          <Badge tone={row.isOpen ? "info" : "plain"}>
            {say(row.isOpen ? "dossier.isOpen" : "dossier.isClosed")}
          </Badge>
          {row.revokedReason ? <span className="small">{row.revokedReason}</span> : null}
          <DeedButtons
            size="small"
            forms={[row.allowedActions.includes("RevokeDossier") && revoking(row)]}
          />
        </span>
      ),
    },
  ];
}

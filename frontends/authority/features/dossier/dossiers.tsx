import { day, instant } from "@congtam/format";
import { DossiersDocument, type DossiersQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { dossier } from "@congtam/i18n/catalogue/dossier";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { PeopleLinks } from "@congtam/shared/people";
import { Loaded } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Page, type Tone } from "@congtam/ui";
import { asking, declining, granting } from "./forms";
import { Reading } from "./reading";
import { Reads } from "./reads";

learn(dossier);

type Found = DossiersQuery;
type Asked = Found["dossierRequestsTo"]["nodes"][number];
type Own = Found["dossierRequestsBy"]["nodes"][number];
const TONES: Record<Own["state"], Tone> = { ASKED: "info", GRANTED: "good", DECLINED: "plain" };

/** Records across agencies: who asks whom, what is open, and who has read what. */
export default function Dossiers() {
  const { agency } = useAgency();
  const answer = useAnswer(DossiersDocument, { agency: agency?.id ?? "" }, agency === null);
  return (
    <Page title={say("dossier.title")}>
      <Loaded answer={answer}>{(found) => <Parts found={found} />}</Loaded>
      <Card title={say("dossier.ofOwn")}>
        <p className="quiet">{say("dossier.ofOwnWhy")}</p>
        {agency === null ? null : (
          <PeopleLinks key={agency.id} agency={agency.id} path="/authority/dossier" />
        )}
      </Card>
    </Page>
  );
}

function Parts({ found }: { found: Found }) {
  const desk = found.personnelDesk;
  return (
    <>
      <Card title={say("dossier.to")}>
        <DataTable
          label={say("dossier.to")}
          columns={toUs()}
          rows={found.dossierRequestsTo.nodes}
          nothing={say("dossier.noneTo")}
        />
      </Card>
      <Card title={say("dossier.open")}>
        <p className="quiet">{say("dossier.openWhy")}</p>
        {found.dossiersOpenTo.nodes.length === 0 ? (
          <p className="quiet">{say("dossier.noneOpen")}</p>
        ) : null}
        {found.dossiersOpenTo.nodes.map((each) => (
          <Reading key={each.id} dossier={each} />
        ))}
      </Card>
      <Card
        title={say("dossier.by")}
        aside={
          <DeedButtons
            forms={[desk?.allowedActions.includes("AskDossier") && asking(desk.agencyId)]}
          />
        }
      >
        <DataTable
          label={say("dossier.by")}
          columns={byUs()}
          rows={found.dossierRequestsBy.nodes}
          nothing={say("dossier.noneBy")}
        />
      </Card>
      <Reads title={say("dossier.readsBy")} reads={found.dossierReadsBy.nodes} />
      <Reads title={say("dossier.readsFrom")} reads={found.dossierReadsFrom.nodes} />
    </>
  );
}

function toUs(): Column<Asked>[] {
  return [
    {
      id: "who",
      title: say("dossier.person"),
      isHeader: true,
      cell: (row) => row.means?.fullName ?? say("dossier.code", { code: row.staffCode }),
    },
    { id: "agency", title: say("dossier.asks"), cell: (row) => row.agency.name },
    {
      id: "purpose",
      title: say("dossier.purpose"),
      cell: (row) => (
        <span className="stack-tight">
          <span>{say(`dossierPurpose.${row.purpose}`)}</span>
          <span className="quiet small">{row.matter}</span>
        </span>
      ),
    },
    {
      id: "letter",
      title: say("dossier.letter"),
      cell: (row) => <PaperShown number={row.documentNo} on={row.documentDay} />,
    },
    { id: "at", title: say("dossier.askedAt"), cell: (row) => instant(row.askedAt) },
    {
      id: "act",
      title: say("dossier.answer"),
      cell: (row) =>
        row.allowedActions.includes("AnswerDossierRequest") ? (
          <DeedButtons size="small" forms={[granting(row), declining(row)]} />
        ) : (
          <span className="quiet small">{say("dossier.headAnswers")}</span>
        ),
    },
  ];
}

function byUs(): Column<Own>[] {
  return [
    {
      id: "who",
      title: say("dossier.person"),
      isHeader: true,
      cell: (row) => say("dossier.code", { code: row.staffCode }),
    },
    { id: "agency", title: say("dossier.asked"), cell: (row) => row.fromAgency.name },
    {
      id: "purpose",
      title: say("dossier.purpose"),
      cell: (row) => say(`dossierPurpose.${row.purpose}`),
    },
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
          <Badge tone={TONES[row.state]}>{say(`dossierRequest.${row.state}`)}</Badge>
          {row.answer ? <span className="small">{row.answer}</span> : null}
          {row.answeredAt ? <span className="quiet small">{day(row.answeredAt)}</span> : null}
        </span>
      ),
    },
  ];
}

import { day, instant } from "@congtam/format";
import { MyReadersDocument, type MyReadersQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { mine } from "@congtam/i18n/catalogue/staff-record";
import { Loaded } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Nothing, Page } from "@congtam/ui";

learn(mine);

type Dossier = MyReadersQuery["myDossiers"]["nodes"][number];
type Reading = MyReadersQuery["myDossierReads"]["nodes"][number];

/** Who has read my record: each reading with its purpose, and to whom it is open. */
export default function Readers() {
  const answer = useAnswer(MyReadersDocument, {});
  return (
    <Page title={say("staff.readers")}>
      <Loaded answer={answer}>
        {({ myDossiers, myDossierReads }) => (
          <>
            <Card title={say("readers.readings")}>
              <p className="quiet">{say("readers.why")}</p>
              <DataTable
                label={say("readers.readings")}
                columns={READINGS}
                rows={myDossierReads.nodes}
                nothing={say("readers.nobody")}
              />
            </Card>
            <Card title={say("readers.open")}>
              {myDossiers.nodes.length === 0 ? (
                <Nothing title={say("readers.closed")}>
                  <p className="quiet">{say("readers.closedWhy")}</p>
                </Nothing>
              ) : (
                <ul className="plain">
                  {myDossiers.nodes.map((dossier) => (
                    <Opened key={dossier.id} dossier={dossier} />
                  ))}
                </ul>
              )}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const READINGS: Column<Reading>[] = [
  {
    id: "who",
    title: say("readers.who"),
    isHeader: true,
    cell: ({ readBy, onBehalfOf, unit }) => (
      <div className="stack-tight">
        <span>
          {readBy.fullName}
          {onBehalfOf ? ` (${say("readers.onBehalf", { who: onBehalfOf.fullName })})` : null}
        </span>
        <span className="quiet small">{unit.name}</span>
      </div>
    ),
  },
  { id: "agency", title: say("readers.agency"), cell: ({ agency }) => agency.name },
  {
    id: "purpose",
    title: say("readers.purpose"),
    cell: ({ purpose }) => say(`purpose.${purpose}`),
  },
  {
    id: "at",
    title: say("readers.at"),
    order: (left, right) => left.readAt.localeCompare(right.readAt),
    cell: ({ readAt }) => instant(readAt),
  },
  {
    id: "shown",
    title: say("readers.shown"),
    cell: ({ classes, months, discipline }) =>
      say("readers.what", {
        classes: classes.length,
        months: months.length,
        discipline: discipline.length,
      }),
  },
];

function Opened({ dossier }: { dossier: Dossier }) {
  const { agency, unit, purpose, since, until, isOpen, basis, openedBy, onBehalfOf } = dossier;
  return (
    <li className="told">
      <div className="stack-tight">
        <strong>{agency.name}</strong>
        <span>{say("readers.for", { unit: unit.name, purpose: say(`purpose.${purpose}`) })}</span>
        <span className="quiet small">
          {say(`basis.${basis}`, { who: openedBy.fullName, no: dossier.documentNo ?? "—" })}
          {onBehalfOf ? ` (${say("readers.onBehalf", { who: onBehalfOf.fullName })})` : null}
          {" · "}
          {say("readers.days", { since: day(since), until: day(until) })}
        </span>
        {dossier.revokedAt === null ? null : (
          <span className="small">
            {say("readers.revoked", {
              when: instant(dossier.revokedAt),
              reason: dossier.revokedReason ?? "",
            })}
          </span>
        )}
      </div>
      <Badge tone={isOpen ? "info" : "plain"}>
        {say(isOpen ? "readers.isOpen" : "readers.over")}
      </Badge>
    </li>
  );
}

import { day, instant } from "@congtam/format";
import {
  type CatalogueState,
  DraftCatalogueDocument,
  EditionsDocument,
  type EditionsQuery,
  NewEditionDocument,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { editions } from "@congtam/i18n/catalogue/editions";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, type DeedForm, deedForm, numberOf } from "@congtam/shared/forms";
import { go, Loaded } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Loading, Page, type Tone } from "@congtam/ui";

learn(editions);

type Found = EditionsQuery;
type Agency = NonNullable<Found["agency"]>;
type Edition = Agency["catalogues"]["nodes"][number];

const TONES: Record<CatalogueState, Tone> = {
  DRAFT: "plain",
  PROPOSED: "info",
  APPROVED: "good",
  CLOSED: "plain",
};

/** The product lists of an agency, edition by edition, and those that wait for me. */
export default function Editions() {
  const { agency } = useAgency();
  return (
    <Page title={say("editions.title")}>
      {agency === null ? <Loading /> : <Asked key={agency.id} agency={agency.id} />}
    </Page>
  );
}

function Asked({ agency }: { agency: string }) {
  const answer = useAnswer(EditionsDocument, { agency });
  return (
    <Loaded answer={answer}>
      {(found) => (
        <>
          <Waiting found={found} />
          {found.agency === null ? <Loading /> : <Own agency={found.agency} />}
        </>
      )}
    </Loaded>
  );
}

function Waiting({ found }: { found: Found }) {
  if (found.cataloguesToDecide.nodes.length === 0) return null;
  return (
    <Card title={say("editions.toDecide")}>
      <ul className="plain">
        {found.cataloguesToDecide.nodes.map((each) => (
          <li key={each.id} className="told">
            <div className="stack-tight">
              <a href={`/authority/catalogue/${each.id}`}>
                {say("editions.edition", { number: each.edition, title: each.title })}
              </a>
              <span className="quiet small">{each.agency.name}</span>
            </div>
            {each.proposedAt === null ? null : (
              <span className="quiet small">
                {say("editions.proposedAt", { when: instant(each.proposedAt) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Own({ agency }: { agency: Agency }) {
  const all = agency.catalogues.nodes;
  const begun = all.some(({ state }) => state === "DRAFT" || state === "PROPOSED");
  const may = agency.allowedActions.includes("DraftCatalogue") && !begun;
  return (
    <Card
      title={agency.name}
      aside={
        may ? (
          <DeedButtons
            forms={[all.length === 0 ? draft(agency) : newEdition(agency)]}
            then={(made) => go(`/authority/catalogue/${(made as { id: string }).id}`)}
          />
        ) : null
      }
    >
      <DataTable
        label={say("editions.title")}
        columns={columns()}
        rows={all}
        nothing={say("editions.none")}
      />
    </Card>
  );
}

function columns(): Column<Edition>[] {
  return [
    {
      id: "edition",
      title: say("editions.which"),
      isHeader: true,
      cell: ({ id, edition, title }) => (
        <a href={`/authority/catalogue/${id}`}>
          {say("editions.edition", { number: edition, title })}
        </a>
      ),
    },
    {
      id: "state",
      title: say("editions.state"),
      cell: ({ state, returnReason }) => (
        <span className="row">
          <Badge tone={TONES[state]}>{say(`editions.state.${state}`)}</Badge>
          {returnReason === null ? null : <Badge tone="warn">{say("editions.returned")}</Badge>}
        </span>
      ),
    },
    {
      id: "since",
      title: say("editions.inForce"),
      cell: ({ inForceFrom, closedOn }) => inForce(inForceFrom, closedOn),
    },
    {
      id: "decision",
      title: say("editions.decisionNo"),
      cell: ({ decisionNo }) => (decisionNo === "" ? "—" : decisionNo),
    },
  ];
}

function inForce(since: string | null, until: string | null): string {
  if (since === null) return "—";
  return until === null
    ? say("editions.since", { day: day(since) })
    : say("editions.between", { since: day(since), until: day(until) });
}

function draft(agency: Agency): DeedForm {
  return deedForm({
    document: DraftCatalogueDocument,
    name: `draft.${agency.id}`,
    title: say("editions.draft"),
    why: say("editions.draftWhy"),
    confirm: say("editions.draft"),
    done: say("editions.drafted"),
    fields: [
      { kind: "line", name: "title", label: "editions.name", isRequired: true },
      { kind: "line", name: "unit", label: "editions.standardUnit", isRequired: true },
      { kind: "number", name: "points", label: "editions.standardPoints", isRequired: true },
    ],
    variables: (values) => ({
      agency: agency.id,
      title: values.title ?? "",
      standardUnit: values.unit ?? "",
      standardPoints: numberOf(values, "points") ?? "",
      decisionNo: "",
    }),
  });
}

function newEdition(agency: Agency): DeedForm {
  return deedForm({
    document: NewEditionDocument,
    name: `edition.${agency.id}`,
    title: say("editions.new"),
    why: say("editions.newWhy"),
    confirm: say("editions.new"),
    done: say("editions.drafted"),
    fields: [],
    variables: () => ({ agency: agency.id }),
  });
}

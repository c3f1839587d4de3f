import { day, decimal, instant, shiftPoint } from "@congtam/format";
import {
  ApproveOrganisationSchemeDocument,
  type OrganisationSchemeState,
  OrganisationSchemesDocument,
  ReturnOrganisationSchemeDocument,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { yearOrganisations } from "@congtam/i18n/catalogue/year-organisations";
import { yearReviews } from "@congtam/i18n/catalogue/year-reviews";
import { type Agency, useAgency } from "@congtam/shared/agency";
import { Asked, ReasonAsked } from "@congtam/shared/deeds";
import { Loaded, useTold } from "@congtam/shared/shell";
import {
  Badge,
  Button,
  Card,
  type Column,
  DataTable,
  DayField,
  Nothing,
  Page,
  TextField,
  type Tone,
} from "@congtam/ui";
import { useState } from "react";
import { itemName } from "./items";
import { Proposing } from "./proposing";
import type { Scheme } from "./schemes-answer";
import { letter } from "./words";

learn(yearOrganisations, yearReviews);

const TONES: Record<OrganisationSchemeState, Tone> = {
  PROPOSED: "warn",
  RETURNED: "plain",
  APPROVED: "good",
  CLOSED: "plain",
};

/** The criteria by which a managing agency's organisations are marked (art. 7.2). */
export default function Schemes() {
  const { agency } = useAgency();
  return (
    <Page title={say("schemes.title")}>{agency === null ? null : <Shown agency={agency} />}</Page>
  );
}

function Shown({ agency }: { agency: Agency }) {
  const answer = useAnswer(OrganisationSchemesDocument, { agency: agency.id });
  return (
    <Loaded answer={answer}>
      {({ agency: of, organisationSchemes: { nodes } }) => (
        <>
          {of?.mayProposeScheme ? <Proposing agency={agency.id} latest={nodes[0] ?? null} /> : null}
          {nodes.length === 0 ? (
            <Card title={agency.name}>
              <Nothing title={say("schemes.none")}>
                <p className="quiet">{say("schemes.noneWhy")}</p>
              </Nothing>
            </Card>
          ) : null}
          {nodes.map((scheme) => (
            <SchemeCard key={scheme.id} scheme={scheme} />
          ))}
        </>
      )}
    </Loaded>
  );
}

function SchemeCard({ scheme }: { scheme: Scheme }) {
  const [asked, ask] = useState<"approve" | "return" | null>(null);
  const may = (action: string) => scheme.allowedActions.includes(action);
  const close = () => ask(null);
  return (
    <Card
      title={say("schemes.one", { title: scheme.title, edition: scheme.edition })}
      aside={<Badge tone={TONES[scheme.state]}>{say(`scheme.${scheme.state}`)}</Badge>}
    >
      <p className="quiet">
        {say("schemes.proposed", {
          who: scheme.proposedBy.fullName,
          when: instant(scheme.proposedAt),
        })}
      </p>
      {scheme.inForceFrom === null || scheme.decidedBy === null ? null : (
        <p>
          {say("schemes.approved", {
            number: scheme.decisionNo,
            who: scheme.decidedBy.fullName,
            day: day(scheme.inForceFrom),
          })}
        </p>
      )}
      {scheme.returnReason ? (
        <p>{say("schemes.returned", { reason: scheme.returnReason })}</p>
      ) : null}
      <DataTable
        label={scheme.title}
        columns={COLUMNS()}
        rows={scheme.criteria}
        nothing={say("judging.noCriteria")}
        pageSize={60}
      />
      <div className="row">
        {may("ApproveOrganisationScheme") ? (
          <Button kind="main" onPress={() => ask("approve")}>
            {say("schemes.approve")}
          </Button>
        ) : null}
        {may("ReturnOrganisationScheme") ? (
          <Button onPress={() => ask("return")}>{say("schemes.return")}</Button>
        ) : null}
      </div>
      {asked === "approve" ? <Approving scheme={scheme} close={close} /> : null}
      {asked === "return" ? <Returning scheme={scheme} close={close} /> : null}
    </Card>
  );
}

const COLUMNS = (): Column<Scheme["criteria"][number]>[] => [
  { id: "code", title: say("schemes.code"), cell: ({ code }) => letter(code) },
  { id: "name", title: say("judging.criterion"), isHeader: true, cell: ({ name }) => name },
  { id: "part", title: say("schemes.part"), cell: ({ part }) => say(`schemePart.${part}`) },
  { id: "item", title: say("schemes.item"), cell: ({ item }) => itemName(item) },
  {
    id: "most",
    title: say("schemes.most"),
    isNumber: true,
    cell: ({ most }) => decimal(shiftPoint(most, 0), language()),
  },
];

function Approving({ scheme, close }: { scheme: Scheme; close: () => void }) {
  const title = say("schemes.approve");
  const [decisionNo, number] = useState("");
  const [inForceFrom, since] = useState("");
  const deed = useTold(
    useDeed(ApproveOrganisationSchemeDocument, title),
    say("schemes.approvedNow"),
  );
  const isWhole = decisionNo.trim() !== "" && inForceFrom !== "";
  return (
    <Asked
      {...{ title, deed, close }}
      confirm={title}
      done={close}
      variables={
        isWhole ? { scheme: scheme.id, version: scheme.version, decisionNo, inForceFrom } : null
      }
    >
      <p>{say("schemes.approveWhy")}</p>
      <TextField label={say("document.number")} value={decisionNo} onChange={number} autoFocus />
      <DayField label={say("schemes.inForceFrom")} value={inForceFrom} onChange={since} />
    </Asked>
  );
}

function Returning({ scheme, close }: { scheme: Scheme; close: () => void }) {
  const title = say("schemes.return");
  const deed = useTold(
    useDeed(ReturnOrganisationSchemeDocument, title),
    say("schemes.returnedNow"),
  );
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`scheme.return.${scheme.id}`}
      variables={(reason) => ({ scheme: scheme.id, version: scheme.version, reason })}
    />
  );
}

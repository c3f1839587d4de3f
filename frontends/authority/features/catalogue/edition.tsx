import { day, decimal, instant } from "@congtam/format";
import { EditionPageDocument, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { editions } from "@congtam/i18n/catalogue/editions";
import { DeedButtons } from "@congtam/shared/forms";
import { Loaded, type Params, useCursor } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, Fact, Facts, Nothing, Notice, Page, Search } from "@congtam/ui";
import { useDeferredValue, useState } from "react";
import type { Edition } from "./edition-answer";
import { approve, propose, putProcess, putProduct, sendBack } from "./edition-deeds";
import { Products } from "./products";

learn(editions);

/** One edition of a product list: drawn up, proposed, decided, in force. */
export default function EditionPage({ params }: { params: Params }) {
  const edition = params.edition ?? "";
  const [typed, type] = useState("");
  const search = useDeferredValue(typed.trim());
  const { after, turns } = useCursor(`${edition} ${search}`);
  const answer = useAnswer(EditionPageDocument, { edition, search: search || null, after });
  return (
    <Loaded isPage answer={answer}>
      {({ catalogue }) =>
        catalogue === null ? (
          <Nothing isPage title={say("editions.nothing")}>
            <a href="/authority/catalogue">{say("editions.title")}</a>
          </Nothing>
        ) : (
          <Page
            title={say("editions.edition", { number: catalogue.edition, title: catalogue.title })}
            actions={<Deeds edition={catalogue} />}
          >
            <Standing edition={catalogue} />
            <Card
              title={say("editions.products", { count: catalogue.products.totalCount })}
              aside={<Adding edition={catalogue} />}
            >
              <Search label={say("editions.find")} value={typed} onChange={type} />
              <Products
                edition={catalogue}
                search={search}
                turns={turns(catalogue.products.pageInfo)}
              />
            </Card>
          </Page>
        )
      }
    </Loaded>
  );
}

function Standing({ edition }: { edition: Edition }) {
  return (
    <Card>
      {edition.returnReason === null ? null : (
        <Notice tone="warn">
          <p>{say("editions.returnedWhy", { reason: edition.returnReason })}</p>
        </Notice>
      )}
      <Facts>
        <Fact name={say("editions.agency")}>{edition.agency.name}</Fact>
        <Fact name={say("editions.state")}>
          <Badge tone={edition.state === "APPROVED" ? "good" : "info"}>
            {say(`editions.state.${edition.state}`)}
          </Badge>
        </Fact>
        <Fact name={say("editions.standardUnit")}>
          {say("editions.standard", {
            unit: edition.standardUnit,
            points: decimal(edition.standardPoints, language()),
          })}
        </Fact>
        {edition.inForceFrom === null ? null : (
          <Fact name={say("editions.inForce")}>
            {say("editions.since", { day: day(edition.inForceFrom) })}
          </Fact>
        )}
        {edition.proposedAt === null ? null : (
          <Fact name={say("editions.proposed")}>{instant(edition.proposedAt)}</Fact>
        )}
        {edition.approver === null ? null : (
          <Fact name={say("editions.approvedBy")}>
            {[edition.approver.fullName, edition.decisionNo].filter(Boolean).join(" · ")}
          </Fact>
        )}
      </Facts>
    </Card>
  );
}

function Deeds({ edition }: { edition: Edition }) {
  const may = (action: string) => edition.allowedActions.includes(action);
  return (
    <DeedButtons
      forms={[
        may("ProposeCatalogue") && propose(edition),
        may("ApproveCatalogue") && approve(edition),
        may("ReturnCatalogue") && sendBack(edition),
      ]}
    />
  );
}

function Adding({ edition }: { edition: Edition }) {
  if (!edition.allowedActions.includes("EditCatalogue")) return null;
  return (
    <div className="row">
      <ButtonLink href="/authority/import">{say("editions.import")}</ButtonLink>
      <DeedButtons forms={[putProduct(edition, null), putProcess(edition)]} />
    </div>
  );
}

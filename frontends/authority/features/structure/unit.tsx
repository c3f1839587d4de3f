import { day, today } from "@congtam/format";
import { UnitOnDayDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { structure } from "@congtam/i18n/catalogue/structure";
import { structureDeeds } from "@congtam/i18n/catalogue/structure-deeds";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons } from "@congtam/shared/forms";
import { go, Loaded, type Params, useCursor } from "@congtam/shared/shell";
import { placedOn } from "@congtam/shared/units";
import {
  Badge,
  ButtonLink,
  Card,
  DayField,
  Fact,
  Facts,
  Loading,
  Nothing,
  Page,
} from "@congtam/ui";
import { Lent, Mandated } from "./authority";
import { Posts } from "./posts";
import type { Found, Unit } from "./unit-answer";
import { appoint, closeUnit, establishUnit, grantMandate, moveUnit } from "./unit-deeds";

learn(structure, structureDeeds);

/** One unit as it stands on a day: its people, who is away, who acts for whom. */
export default function UnitPage({ params }: { params: Params }) {
  const { agency } = useAgency();
  if (agency === null || params.unit === undefined) return <Loading />;
  return <Asked agency={agency.id} unit={params.unit} on={params.day ?? today()} />;
}

function Asked({ agency, unit, on }: { agency: string; unit: string; on: string }) {
  const { after, turns } = useCursor(`${unit} ${on}`);
  const answer = useAnswer(UnitOnDayDocument, { agency, unit, on, after });
  return (
    <Loaded isPage answer={answer}>
      {(found) =>
        found.unit === null ? (
          <Nothing isPage title={say("structure.noUnit")}>
            <a href="/authority/units">{say("structure.units")}</a>
          </Nothing>
        ) : (
          <Page
            title={found.unit.name}
            actions={
              <DayField
                label={say("structure.onDay")}
                value={on}
                onChange={(chosen) => {
                  if (chosen !== "") go(`/authority/units/${unit}/${chosen}`, true);
                }}
              />
            }
          >
            <Standing found={found} unit={found.unit} on={on} />
            <Posts found={found} turns={turns(found.postingsIn.pageInfo)} />
            <Lent delegations={found.delegationsOf.nodes} />
            <Mandated mandates={found.mandatesIn.nodes.filter((each) => each.unit.id === unit)} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Standing({ found, unit, on }: { found: Found; unit: Unit; on: string }) {
  const place = placedOn(unit.placements, on);
  return (
    <Card>
      <Facts>
        <Fact name={say("structure.agency")}>{unit.agency.name}</Fact>
        {place?.parent ? (
          <Fact name={say("structure.above")}>
            <a href={`/authority/units/${place.parent.id}`}>{place.parent.name}</a>
          </Fact>
        ) : null}
        <Fact name={say("structure.standingIs")}>
          {say(place ? `structure.standing.${place.standing}` : "structure.notThen")}
        </Fact>
        <Fact name={say("structure.sinceIs")}>{day(place?.since ?? unit.openedOn)}</Fact>
        {unit.code === null ? null : <Fact name={say("structure.code")}>{unit.code}</Fact>}
        {unit.closedOn === null ? null : (
          <Fact name={say("structure.state")}>
            <Badge tone="warn">{say("structure.closedOn", { day: day(unit.closedOn) })}</Badge>
          </Fact>
        )}
      </Facts>
      {found.unitsBeneath.nodes.length === 0 ? null : (
        <div className="stack-tight">
          <h2>{say("structure.beneath")}</h2>
          <ul className="plain row">
            {found.unitsBeneath.nodes.map((each) => (
              <li key={each.id}>
                <a href={`/authority/units/${each.id}`}>{each.name}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Changes found={found} />
      <Deeds unit={unit} />
    </Card>
  );
}

/** The decisions on organisation that the unit came from, or was changed by. */
function Changes({ found }: { found: Found }) {
  if (found.reorganisationsOf.nodes.length === 0) return null;
  return (
    <ul className="plain stack-tight">
      {found.reorganisationsOf.nodes.map((each) => (
        <li key={each.id} className="quiet small">
          {say("structure.changed", {
            kind: say(`structure.kind.${each.kind}`),
            day: day(each.day),
            number: each.decisionNo,
          })}
        </li>
      ))}
    </ul>
  );
}

function Deeds({ unit }: { unit: Unit }) {
  const may = (action: string) => unit.allowedActions.includes(action);
  return (
    <div className="row">
      <DeedButtons
        forms={[may("AppointPosting") && appoint(unit), may("MoveUnit") && moveUnit(unit)]}
      />
      {may("Reorganise") ? (
        <ButtonLink href={`/authority/units/${unit.id}/reorganise`}>
          {say("structure.reorganise")}
        </ButtonLink>
      ) : null}
      <DeedButtons
        forms={[
          may("GrantMandate") && grantMandate(unit),
          may("EstablishUnit") && establishUnit(unit),
          may("CloseUnit") && closeUnit(unit),
        ]}
      />
    </div>
  );
}

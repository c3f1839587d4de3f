import { byGivenName, day, today } from "@congtam/format";
import {
  AppointPartyOfficeDocument,
  EndPartyOfficeDocument,
  type PartyOfficeKind,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, DeedButton, PersonPicker } from "@congtam/shared/party";
import { Badge, Card, Choice, DayField, Notice, TextField } from "@congtam/ui";
import type { Body } from "./body-answer";

type Office = Body["offices"][number];

/** Who holds which office, since when. */
export function Offices({ body }: { body: Body }) {
  const offices = [...body.offices].sort((left, right) =>
    byGivenName(left.person.fullName, right.person.fullName),
  );
  if (offices.length === 0 && body.officesToGrant.length === 0) return null;
  return (
    <Card
      title={say("partyBody.offices")}
      aside={
        <DeedButton
          named={body.allowedActions}
          action="AppointPartyOffice"
          label={say("offices.appoint")}
        >
          {(close) => <Appoint body={body} close={close} />}
        </DeedButton>
      }
    >
      {offices.length === 0 ? <p className="quiet">{say("offices.none")}</p> : null}
      <div>
        {offices.map((office) => (
          <div key={office.id} className="told">
            <div className="stack-tight">
              <strong>{office.person.fullName}</strong>
              <span className="quiet small">
                {say("offices.since", { day: day(office.since), no: office.decisionNo })}
                {office.until === null
                  ? null
                  : say("partyBodies.until", { day: day(office.until) })}
              </span>
            </div>
            <div className="row">
              <Badge tone="info">{say(`partyBodies.office.${office.kind}`)}</Badge>
              <DeedButton
                named={office.allowedActions}
                action="EndPartyOffice"
                label={say("offices.end")}
                more={office.person.fullName}
              >
                {(close) => <EndOffice office={office} close={close} />}
              </DeedButton>
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}

function Appoint({ body, close }: { body: Body; close: () => void }) {
  const agency = body.agency?.id;
  return (
    <Ask
      deed={AppointPartyOfficeDocument}
      name={`appoint.${body.id}`}
      title={say("offices.appointTitle", { body: body.name })}
      confirm={say("offices.appoint")}
      done={say("offices.appointed")}
      empty={{
        person: null as { id: string; fullName: string } | null,
        kind: "" as PartyOfficeKind | "",
        begins: today(),
        decisionNo: "",
      }}
      variables={({ person, kind, begins, decisionNo }) =>
        person === null || kind === "" || begins === "" || decisionNo.trim() === ""
          ? null
          : { person: person.id, body: body.id, kind, begins, decisionNo }
      }
      close={close}
    >
      {(draft, change) => (
        <>
          {agency === undefined ? (
            <Notice tone="warn">
              <p>{say("members.noAgency")}</p>
            </Notice>
          ) : (
            <PersonPicker
              agency={agency}
              picked={draft.person}
              pick={(person) => change({ person })}
            />
          )}
          <Choice
            label={say("offices.kind")}
            value={draft.kind}
            none={say("offices.noKind")}
            options={body.officesToGrant.map((value) => ({
              value,
              label: say(`partyBodies.office.${value}`),
            }))}
            choose={(kind) => change({ kind })}
            isRequired
          />
          <div className="columns">
            <DayField
              label={say("members.begins")}
              value={draft.begins}
              onChange={(begins) => change({ begins })}
              isRequired
            />
            <TextField
              label={say("members.decisionNo")}
              value={draft.decisionNo}
              onChange={(decisionNo) => change({ decisionNo })}
              maxLength={100}
              isRequired
            />
          </div>
          <p className="quiet small">{say("offices.appointWhy")}</p>
        </>
      )}
    </Ask>
  );
}

function EndOffice({ office, close }: { office: Office; close: () => void }) {
  return (
    <Ask
      deed={EndPartyOfficeDocument}
      name={`end-office.${office.id}`}
      title={say("offices.endTitle", {
        who: office.person.fullName,
        office: say(`partyBodies.office.${office.kind}`),
      })}
      confirm={say("offices.end")}
      done={say("offices.ended")}
      empty={{ ends: today() }}
      variables={({ ends }) =>
        ends === "" ? null : { office: office.id, version: office.version, ends }
      }
      close={close}
    >
      {(draft, change) => (
        <DayField
          label={say("offices.ends")}
          value={draft.ends}
          onChange={(ends) => change({ ends })}
          isRequired
        />
      )}
    </Ask>
  );
}

import { today } from "@congtam/format";
import { ClosePartyBodyDocument, FoundPartyBodyDocument, type PartyBodyKind } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, DeedButton } from "@congtam/shared/party";
import { go } from "@congtam/shared/shell";
import { Choice, DayField, TextField } from "@congtam/ui";
import type { Body } from "./body-answer";

const KINDS = [
  "COMMITTEE",
  "GRASSROOTS_COMMITTEE",
  "GRASSROOTS_BRANCH",
  "BRANCH",
  "LEADERSHIP",
  "MASS_ORGANISATION",
] as const satisfies readonly PartyBodyKind[];

/** A body is founded beneath this one; this one is closed. */
export function Structure({ body }: { body: Body }) {
  return (
    <>
      <DeedButton
        named={body.allowedActions}
        action="FoundPartyBody"
        label={say("partyStructure.found")}
      >
        {(close) => <Found body={body} close={close} />}
      </DeedButton>
      <DeedButton
        named={body.allowedActions}
        action="ClosePartyBody"
        label={say("partyStructure.close")}
      >
        {(close) => <Close body={body} close={close} />}
      </DeedButton>
    </>
  );
}

function Found({ body, close }: { body: Body; close: () => void }) {
  return (
    <Ask
      deed={FoundPartyBodyDocument}
      name={`found.${body.id}`}
      title={say("partyStructure.foundTitle", { body: body.name })}
      confirm={say("partyStructure.found")}
      done={say("partyStructure.founded")}
      empty={{ kind: "" as PartyBodyKind | "", code: "", name: "", begins: today() }}
      variables={({ kind, ...told }) => {
        if (kind === "" || told.begins === "") return null;
        if (told.code.trim() === "" || told.name.trim() === "") return null;
        return { parent: body.id, kind, ...told, agency: body.agency?.id ?? null };
      }}
      after={(made) => go(`/party/bodies/${made.id}`)}
      close={close}
    >
      {(draft, change) => (
        <>
          <Choice
            label={say("partyBody.kind")}
            value={draft.kind}
            none={say("partyStructure.noKind")}
            options={KINDS.map((value) => ({ value, label: say(`partyBodies.kind.${value}`) }))}
            choose={(kind) => change({ kind })}
            isRequired
          />
          <TextField
            label={say("partyStructure.name")}
            value={draft.name}
            onChange={(name) => change({ name })}
            maxLength={300}
            isRequired
          />
          <div className="columns">
            <TextField
              label={say("partyBody.code")}
              value={draft.code}
              onChange={(code) => change({ code })}
              maxLength={50}
              isRequired
            />
            <DayField
              label={say("partyBody.founded")}
              value={draft.begins}
              onChange={(begins) => change({ begins })}
              isRequired
            />
          </div>
        </>
      )}
    </Ask>
  );
}

function Close({ body, close }: { body: Body; close: () => void }) {
  return (
    <Ask
      deed={ClosePartyBodyDocument}
      name={`close.${body.id}`}
      title={say("partyStructure.closeSure", { body: body.name })}
      confirm={say("partyStructure.close")}
      done={say("partyStructure.closed")}
      empty={{ ends: today() }}
      variables={({ ends }) =>
        ends === "" ? null : { body: body.id, version: body.version, ends }
      }
      close={close}
    >
      {(draft, change) => (
        <>
          <p>{say("partyStructure.closeWhy")}</p>
          <DayField
            label={say("offices.ends")}
            value={draft.ends}
            onChange={(ends) => change({ ends })}
            isRequired
          />
        </>
      )}
    </Ask>
  );
}

import { today } from "@congtam/format";
import { AdmitPartyMemberDocument, type PartyActivity, type PartyStanding } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, PersonPicker } from "@congtam/shared/party";
import { Choice, DayField, Notice, TextField } from "@congtam/ui";
import type { Body } from "./body-answer";
import { StandingFields, standingOf } from "./standing-fields";

/** A person is admitted to a branch, officially or for temporary activity. */
export function Admit({ body, close }: { body: Body; close: () => void }) {
  const agency = body.agency?.id;
  return (
    <Ask
      deed={AdmitPartyMemberDocument}
      name={`admit.${body.id}`}
      title={say("members.admitTitle", { body: body.name })}
      confirm={say("members.admit")}
      done={say("members.admitted")}
      empty={{
        person: null as { id: string; fullName: string } | null,
        activity: "OFFICIAL" as PartyActivity,
        admittedOn: "",
        begins: today(),
        decisionNo: "",
        standing: "OFFICIAL" as PartyStanding,
        exempt: false,
        suspended: false,
        outside: false,
      }}
      variables={({ person, activity, admittedOn, begins, decisionNo, ...standing }) => {
        if (person === null || admittedOn === "" || begins === "") return null;
        if (decisionNo.trim() === "") return null;
        const told = { activity, admittedOn, begins, decisionNo };
        return { person: person.id, body: body.id, ...told, standing: standingOf(standing) };
      }}
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
          <div className="columns">
            <Choice
              label={say("members.activity")}
              value={draft.activity}
              options={(["OFFICIAL", "TEMPORARY"] as const).map((value) => ({
                value,
                label: say(`partyBodies.activity.${value}`),
              }))}
              choose={(activity) => change({ activity })}
            />
            <DayField
              label={say("members.admittedOn")}
              value={draft.admittedOn}
              onChange={(admittedOn) => change({ admittedOn })}
              latest={today()}
              isRequired
            />
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
          <StandingFields draft={draft} change={change} />
        </>
      )}
    </Ask>
  );
}

import { today } from "@congtam/format";
import {
  type BodyMemberFragment,
  ChangePartyMembershipDocument,
  EndPartyMembershipDocument,
  PartyTreeDocument,
  TransferPartyMemberDocument,
  useAnswer,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, bodiesBelow } from "@congtam/shared/party";
import { Choice, DayField, TextField } from "@congtam/ui";
import type { Body } from "./body-answer";
import { StandingFields, standingOf } from "./standing-fields";

interface Opened {
  body: Body;
  member: BodyMemberFragment;
  close: () => void;
}

interface Dated {
  begins: string;
  decisionNo: string;
}

const DATED: Dated = { begins: today(), decisionNo: "" };

function isDated({ begins, decisionNo }: Dated): boolean {
  return begins !== "" && decisionNo.trim() !== "";
}

function When({
  label,
  draft,
  change,
}: {
  label: string;
  draft: Dated;
  change: (part: Partial<Dated>) => void;
}) {
  return (
    <div className="columns">
      <DayField
        label={label}
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
  );
}

/** A member's standing changes from a day on. */
export function Change({ member, close }: Opened) {
  const { standing, exempt, suspended, outside } = member;
  return (
    <Ask
      deed={ChangePartyMembershipDocument}
      name={`change.${member.id}`}
      title={say("members.changeTitle", { who: member.person.fullName })}
      confirm={say("members.change")}
      done={say("members.changed")}
      empty={{ ...DATED, standing, exempt, suspended, outside }}
      variables={(draft) =>
        isDated(draft)
          ? {
              member: member.id,
              version: member.version,
              begins: draft.begins,
              decisionNo: draft.decisionNo,
              standing: standingOf(draft),
            }
          : null
      }
      close={close}
    >
      {(draft, change) => (
        <>
          <StandingFields draft={draft} change={change} />
          <When label={say("members.begins")} draft={draft} change={change} />
        </>
      )}
    </Ask>
  );
}

/** A member goes to another branch whose roll is kept here too. */
export function Transfer({ body, member, close }: Opened) {
  const answer = useAnswer(PartyTreeDocument, {});
  const all = answer.state === "ready" ? bodiesBelow(answer.data.partyBodies.nodes) : [];
  const branches = all
    .map((each) => each.body)
    .filter(({ id, kind }) => kind.endsWith("BRANCH") && id !== body.id);
  return (
    <Ask
      deed={TransferPartyMemberDocument}
      name={`transfer.${member.id}`}
      title={say("members.transferTitle", { who: member.person.fullName })}
      confirm={say("members.transfer")}
      done={say("members.transferred")}
      empty={{ ...DATED, target: "" }}
      variables={(draft) =>
        isDated(draft) && draft.target !== ""
          ? {
              member: member.id,
              version: member.version,
              body: draft.target,
              begins: draft.begins,
              decisionNo: draft.decisionNo,
            }
          : null
      }
      close={close}
    >
      {(draft, change) => (
        <>
          <Choice
            label={say("members.target")}
            value={draft.target}
            none={say(answer.state === "loading" ? "ui.loading" : "members.noTarget")}
            options={branches.map(({ id, name }) => ({ value: id, label: name }))}
            choose={(target) => change({ target })}
            isRequired
          />
          <When label={say("members.begins")} draft={draft} change={change} />
        </>
      )}
    </Ask>
  );
}

/** A membership ends: from that day on it is no more. */
export function End({ member, close }: Opened) {
  return (
    <Ask
      deed={EndPartyMembershipDocument}
      name={`end.${member.id}`}
      title={say("members.endTitle", { who: member.person.fullName })}
      confirm={say("members.end")}
      done={say("members.ended")}
      empty={DATED}
      variables={(draft) =>
        isDated(draft)
          ? {
              member: member.id,
              version: member.version,
              ends: draft.begins,
              decisionNo: draft.decisionNo,
            }
          : null
      }
      close={close}
    >
      {(draft, change) => (
        <>
          <p>{say("members.endWhy")}</p>
          <When label={say("members.ends")} draft={draft} change={change} />
        </>
      )}
    </Ask>
  );
}

import { day, today } from "@congtam/format";
import { type PartyBallotBase, SetPartyBallotRuleDocument } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyRules } from "@congtam/i18n/catalogue/party-rules";
import { Ask, DeedButton, NO_PAPER, PaperFields, paperOf } from "@congtam/shared/party";
import { Badge, Card, Check, Choice, DayField, TextField } from "@congtam/ui";
import type { Body, Shown } from "./body-answer";

learn(partyRules);

type Rule = Shown["partyBallotRules"]["nodes"][number];

const BASES = ["SUMMONED", "PRESENT", "VALID"] as const satisfies readonly PartyBallotBase[];
const MARKS = ["secret", "quorumMore", "majorityMore", "subjectVotes", "needed"] as const;
const USUAL = {
  secret: true,
  quorum: "2/3",
  quorumMore: false,
  majority: "1/2",
  majorityMore: true,
  base: "SUMMONED" as PartyBallotBase,
  subjectVotes: false,
  needed: false,
  commissionLeast: "3",
};

/** How the body votes, by its own regulation. */
export function Rules({ body, rules }: { body: Body; rules: readonly Rule[] }) {
  if (rules.length === 0 && !body.allowedActions.includes("SetPartyBallotRule")) return null;
  return (
    <Card
      title={say("rules.title")}
      aside={
        <DeedButton
          named={body.allowedActions}
          action="SetPartyBallotRule"
          label={say("rules.set")}
        >
          {(close) => <SetRule body={body} close={close} />}
        </DeedButton>
      }
    >
      {rules.length === 0 ? <p className="quiet">{say("rules.usual")}</p> : null}
      <div>
        {rules.map((rule) => (
          <div key={rule.id} className="told">
            <div className="stack-tight">
              <strong>
                {say("rules.regulation", { no: rule.regulationNo, day: day(rule.regulationDay) })}
              </strong>
              <span className="quiet small">
                {say("partyBodies.since", { day: day(rule.since) })}
                {rule.until === null ? null : say("partyBodies.until", { day: day(rule.until) })}
              </span>
              <span>
                {say("rules.numbers", {
                  quorum: `${say(rule.quorumMore ? "rules.more" : "rules.least")} ${rule.quorum}`,
                  majority: `${say(rule.majorityMore ? "rules.more" : "rules.least")} ${rule.majority}`,
                  base: say(`rules.base.${rule.base}`),
                })}
              </span>
            </div>
            <div className="row">
              <Badge>{say(rule.secret ? "rules.secretly" : "rules.openly")}</Badge>
              {rule.needed ? <Badge tone="info">{say("rules.isNeeded")}</Badge> : null}
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}

function SetRule({ body, close }: { body: Body; close: () => void }) {
  return (
    <Ask
      deed={SetPartyBallotRuleDocument}
      name={`rule.${body.id}`}
      title={say("rules.setTitle", { body: body.name })}
      confirm={say("rules.set")}
      done={say("rules.done")}
      empty={{ ...USUAL, begins: today(), regulation: NO_PAPER }}
      variables={({ begins, regulation, commissionLeast, ...rule }) => {
        const paper = paperOf(regulation);
        if (paper === null || begins === "" || !/^[1-9]$/.test(commissionLeast.trim())) return null;
        const told = { ...rule, commissionLeast: Number(commissionLeast) };
        return { body: body.id, rule: told, regulation: paper, begins };
      }}
      close={close}
    >
      {(draft, change) => (
        <>
          <p>{say("rules.why")}</p>
          <div className="columns">
            <TextField
              label={say("rules.quorum")}
              help={say("rules.fraction")}
              value={draft.quorum}
              onChange={(quorum) => change({ quorum })}
              isRequired
            />
            <TextField
              label={say("rules.majority")}
              help={say("rules.fraction")}
              value={draft.majority}
              onChange={(majority) => change({ majority })}
              isRequired
            />
            <Choice
              label={say("rules.base")}
              value={draft.base}
              options={BASES.map((value) => ({ value, label: say(`rules.base.${value}`) }))}
              choose={(base) => change({ base })}
            />
            <TextField
              label={say("rules.commissionLeast")}
              value={draft.commissionLeast}
              onChange={(commissionLeast) => change({ commissionLeast })}
              isRequired
            />
          </div>
          <div className="stack-tight">
            {MARKS.map((mark) => (
              <Check
                key={mark}
                label={say(`rules.mark.${mark}`)}
                checked={draft[mark]}
                change={() => change({ [mark]: !draft[mark] })}
              />
            ))}
          </div>
          <PaperFields
            label={say("rules.paper")}
            paper={draft.regulation}
            change={(regulation) => change({ regulation })}
          />
          <DayField
            label={say("members.begins")}
            value={draft.begins}
            onChange={(begins) => change({ begins })}
            earliest={today()}
            isRequired
          />
        </>
      )}
    </Ask>
  );
}

import {
  AskPetitionStatementDocument,
  GivePetitionOpinionDocument,
  GivePetitionStatementDocument,
  RejectPetitionDocument,
  useDeed,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Asked, ReasonAsked } from "@congtam/shared/deeds";
import { useTold } from "@congtam/shared/shell";
import { Button, Notice } from "@congtam/ui";
import { useState } from "react";
import type { Petition } from "./petition-answer";
import { type About, UpholdClass, UpholdScore } from "./upholding";

type Step = "ask" | "state" | "advise" | "reject" | "uphold";

const STEPS: readonly (readonly [string, Step])[] = [
  ["AskPetitionStatement", "ask"],
  ["GivePetitionStatement", "state"],
  ["GivePetitionOpinion", "advise"],
  ["DecidePetition", "uphold"],
  ["DecidePetition", "reject"],
];

/** What the reader may do with the petition now, as the graph names it. */
export function PetitionActs({ petition }: { petition: Petition }) {
  const [asked, ask] = useState<Step | null>(null);
  const close = () => ask(null);
  const named = STEPS.filter(([action]) => petition.allowedActions.includes(action));
  const about = { petition, close };
  return (
    <>
      {petition.state === "FILED" && petition.opinionAt === null ? (
        <Notice>
          <p>{say("filed.opinionFirst")}</p>
        </Notice>
      ) : null}
      {named.length === 0 ? null : (
        <div className="row">
          {named.map(([, step]) => (
            <Button
              key={step}
              kind={step === "uphold" ? "main" : "plain"}
              onPress={() => ask(step)}
            >
              {say(`filedAct.${step}`)}
            </Button>
          ))}
        </div>
      )}
      {asked === "ask" ? <Asking {...about} /> : null}
      {asked === "state" ? <Stating {...about} /> : null}
      {asked === "advise" ? <Advising {...about} /> : null}
      {asked === "reject" ? <Rejecting {...about} /> : null}
      {asked === "uphold" && petition.about === "SCORE" ? <UpholdScore {...about} /> : null}
      {asked === "uphold" && petition.about === "CLASS" ? <UpholdClass {...about} /> : null}
    </>
  );
}

function Asking({ petition, close }: About) {
  const title = say("filedAct.ask");
  const deed = useTold(useDeed(AskPetitionStatementDocument, title), say("filedDone.ask"));
  const variables = { petition: petition.id, version: petition.version };
  return (
    <Asked {...{ title, deed, variables, close }} confirm={title} done={close}>
      <p>{say("filedWhy.ask", { unit: petition.scoringUnit.name })}</p>
    </Asked>
  );
}

function Stating({ petition, close }: About) {
  const title = say("filedAct.state");
  const deed = useTold(useDeed(GivePetitionStatementDocument, title), say("filedDone.state"));
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`petition.state.${petition.id}`}
      label={say("filed.statement")}
      variables={(text) => ({ petition: petition.id, version: petition.version, text })}
    >
      <p>{say("filedWhy.once")}</p>
    </ReasonAsked>
  );
}

function Advising({ petition, close }: About) {
  const title = say("filedAct.advise");
  const deed = useTold(useDeed(GivePetitionOpinionDocument, title), say("filedDone.advise"));
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`petition.advise.${petition.id}`}
      label={say("filed.opinion")}
      variables={(text) => ({ petition: petition.id, version: petition.version, text })}
    >
      <p>{say("filedWhy.once")}</p>
    </ReasonAsked>
  );
}

function Rejecting({ petition, close }: About) {
  const title = say("filedAct.reject");
  const deed = useTold(useDeed(RejectPetitionDocument, title), say("filedDone.reject"));
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`petition.reject.${petition.id}`}
      variables={(reason) => ({ petition: petition.id, version: petition.version, reason })}
    >
      <p>{say("filedWhy.reject", { who: petition.person.fullName })}</p>
    </ReasonAsked>
  );
}

import {
  ChooseOrganisationLevelDocument,
  type Level,
  OrderOrganisationVerificationDocument,
  ReturnOrganisationAssessmentDocument,
  useDeed,
  type VerificationGround,
  WithdrawOrganisationReviewDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { ReasonAsked } from "@congtam/shared/deeds";
import { levelName } from "@congtam/shared/sheet";
import { useTold } from "@congtam/shared/shell";
import { Button, ButtonLink, Choice } from "@congtam/ui";
import { useState } from "react";
import type { Review } from "./judgement";

/** What may be chosen where the decree is silent: excellence is never. */
const CHOICES = ["GOOD", "COMPLETED", "NOT_COMPLETED"] as const satisfies readonly Level[];
const GROUNDS: readonly VerificationGround[] = ["COMPLAINT", "DENUNCIATION", "REPORT", "DISUNITY"];

type Step = "return" | "verify" | "choose" | "withdraw";

const FORMS = [
  ["AssessOrganisation", "assess"],
  ["MarkOrganisation", "mark"],
  ["ReplaceRecognition", "replace"],
] as const;
const STEPS: readonly (readonly [string, Step])[] = [
  ["ChooseOrganisationLevel", "choose"],
  ["ReturnOrganisationAssessment", "return"],
  ["VerifyOrganisation", "verify"],
  ["WithdrawOrganisationReview", "withdraw"],
];

/** What the reader may do with the organisation's year now, as the graph names it. */
export function ReviewActs({ review }: { review: Review }) {
  const [asked, ask] = useState<Step | null>(null);
  const may = (action: string) => review.allowedActions.includes(action);
  const close = () => ask(null);
  // Where the decree gives the level there is nothing to choose.
  const steps = STEPS.filter(
    ([action, step]) => may(action) && (step !== "choose" || review.computedLevel === null),
  );
  const forms = FORMS.filter(([action]) => may(action));
  if (steps.length === 0 && forms.length === 0) return null;
  return (
    <>
      <div className="row">
        {forms.map(([, step]) => (
          <ButtonLink
            key={step}
            kind={step === "replace" ? "plain" : "main"}
            href={`/authority/organisations/${review.id}/${step}`}
          >
            {say(`reviewAct.${step}`)}
          </ButtonLink>
        ))}
        {steps.map(([, step]) => (
          <Button key={step} onPress={() => ask(step)}>
            {say(`reviewAct.${step}`)}
          </Button>
        ))}
      </div>
      {asked === "return" ? <Returning review={review} close={close} /> : null}
      {asked === "verify" ? <Ordering review={review} close={close} /> : null}
      {asked === "choose" ? <Choosing review={review} close={close} /> : null}
      {asked === "withdraw" ? <Withdrawing review={review} close={close} /> : null}
    </>
  );
}

interface About {
  review: Review;
  close: () => void;
}

function Returning({ review, close }: About) {
  const title = say("reviewAct.return");
  const deed = useTold(
    useDeed(ReturnOrganisationAssessmentDocument, title),
    say("reviewDone.return"),
  );
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`organisation.return.${review.id}`}
      variables={(reason) => ({ review: review.id, version: review.version, reason })}
    />
  );
}

function Withdrawing({ review, close }: About) {
  const title = say("reviewAct.withdraw");
  const deed = useTold(
    useDeed(WithdrawOrganisationReviewDocument, title),
    say("reviewDone.withdraw"),
  );
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`organisation.withdraw.${review.id}`}
      variables={(reason) => ({ review: review.id, version: review.version, reason })}
    >
      <p>{say("reviewWhy.withdraw")}</p>
    </ReasonAsked>
  );
}

function Ordering({ review, close }: About) {
  const title = say("reviewAct.verify");
  const [ground, choose] = useState<VerificationGround>("COMPLAINT");
  const deed = useTold(
    useDeed(OrderOrganisationVerificationDocument, title),
    say("reviewDone.verify"),
  );
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`organisation.verify.${review.id}`}
      label={say("verify.about")}
      variables={(about) => ({ review: review.id, version: review.version, ground, about })}
    >
      <p>{say("reviewWhy.verify")}</p>
      <Choice
        label={say("verify.ground")}
        value={ground}
        options={GROUNDS.map((value) => ({ value, label: say(`ground.${value}`) }))}
        choose={choose}
      />
    </ReasonAsked>
  );
}

function Choosing({ review, close }: About) {
  const title = say("reviewAct.choose");
  const [level, choose] = useState<(typeof CHOICES)[number]>(
    CHOICES.find((each) => each === review.recommendedLevel) ?? "COMPLETED",
  );
  const deed = useTold(useDeed(ChooseOrganisationLevelDocument, title), say("reviewDone.choose"));
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={title}
      kept={`organisation.choose.${review.id}`}
      variables={(reason) => ({ review: review.id, version: review.version, level, reason })}
    >
      <p>{say("review.gap")}</p>
      <Choice
        label={say("organisations.level")}
        value={level}
        options={CHOICES.map((value) => ({ value, label: levelName(value) }))}
        choose={choose}
      />
    </ReasonAsked>
  );
}

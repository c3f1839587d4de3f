import { day, instant } from "@congtam/format";
import { ConcludeOrganisationVerificationDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Asked, noPaper, type Paper, PaperFields, paperOf } from "@congtam/shared/deeds";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Badge, Button, Card, Check, LongTextField } from "@congtam/ui";
import { useState } from "react";
import type { Review } from "./judgement";

type Verification = Review["verifications"][number];

/** Verifications that the decision waits for (art. 9.2a), and what they found. */
export function Verifications({ review }: { review: Review }) {
  const [concluding, conclude] = useState<Verification | null>(null);
  if (review.verifications.length === 0) return null;
  const may = review.allowedActions.includes("VerifyOrganisation");
  return (
    <Card title={say("verify.title")}>
      <div>
        {review.verifications.map((each) => (
          <div key={each.id} className="told">
            <div className="stack-tight">
              <strong>{say(`ground.${each.ground}`)}</strong>
              <span>{each.about}</span>
              <span className="quiet small">
                {say("verify.ordered", {
                  who: each.orderedBy.fullName,
                  when: instant(each.orderedAt),
                })}
              </span>
              {each.conclusion === null ? null : (
                <span>
                  {say("verify.concluded", {
                    text: each.conclusion,
                    number: each.documentNo ?? "",
                    day: day(each.documentDay ?? ""),
                  })}
                </span>
              )}
            </div>
            <div className="row">
              <Found verification={each} />
              {may && each.concludedAt === null ? (
                <Button size="small" onPress={() => conclude(each)}>
                  {say("verify.conclude")}
                </Button>
              ) : null}
            </div>
          </div>
        ))}
      </div>
      {concluding === null ? null : (
        <Concluding verification={concluding} close={() => conclude(null)} />
      )}
    </Card>
  );
}

function Found({ verification: { founded } }: { verification: Verification }) {
  if (founded === null) return <Badge tone="warn">{say("verify.open")}</Badge>;
  return (
    <Badge tone={founded ? "bad" : "good"}>
      {say(founded ? "verify.founded" : "verify.unfounded")}
    </Badge>
  );
}

interface Typed {
  founded: boolean;
  conclusion: string;
  paper: Paper;
}

function Concluding({ verification, close }: { verification: Verification; close: () => void }) {
  const title = say("verify.conclude");
  const [kept, keep, forget] = useDrafts<Typed>(`verification.${verification.id}`);
  const typed = kept ?? { founded: false, conclusion: "", paper: noPaper };
  const deed = useTold(
    useDeed(ConcludeOrganisationVerificationDocument, title),
    say("verify.done"),
  );
  const paper = paperOf(typed.paper);
  const { founded, conclusion } = typed;
  const done = () => {
    forget();
    close();
  };
  return (
    <Asked
      {...{ title, deed, done, close }}
      confirm={title}
      variables={
        paper === null || conclusion.trim() === ""
          ? null
          : {
              verification: verification.id,
              version: verification.version,
              founded,
              conclusion,
              documentNo: paper.number,
              documentDay: paper.day,
            }
      }
    >
      <LongTextField
        label={say("verify.found")}
        value={conclusion}
        onChange={(value) => keep({ ...typed, conclusion: value })}
        autoFocus
      />
      <Check
        label={say("verify.founded")}
        checked={founded}
        change={() => keep({ ...typed, founded: !founded })}
      />
      <PaperFields
        paper={typed.paper}
        change={(changed) => keep({ ...typed, paper: changed })}
        isLinked={false}
      />
    </Asked>
  );
}

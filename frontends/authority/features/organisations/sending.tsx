import {
  AssessOrganisationDocument,
  type Level,
  MarkOrganisationDocument,
  type Outcome,
  ReplaceRecognitionDocument,
  useDeed,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { noPaper, PaperFields, paperOf, Refused } from "@congtam/shared/deeds";
import { levelName } from "@congtam/shared/sheet";
import { go, useDrafts, useTold } from "@congtam/shared/shell";
import { Button, ButtonLink, Card, Check, Choice, LongTextField, Notice } from "@congtam/ui";
import { type ReactNode, useState } from "react";
import { FindingFields, type Found, findingOf, NO_FINDING } from "./finding";
import { type Judgement, marksOf, type Review, statementOf } from "./judgement";

const LEVELS: readonly Level[] = ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"];

interface About {
  review: Review;
  typed: Judgement;
  forget: () => void;
}

/** The end of the form: what is still said, why it was refused, and the button that sends it. */
function Send<Variables>({
  review,
  title,
  deed,
  variables,
  forget,
  children,
}: {
  review: Review;
  title: string;
  deed: {
    act: (variables: Omit<Variables, "key">) => Promise<Outcome<{ id: string }>>;
    pending: boolean;
    refusal: Parameters<typeof Refused>[0]["refusal"];
  };
  /** Null while something is missing. */
  variables: Omit<Variables, "key"> | null;
  forget: () => void;
  children?: ReactNode;
}) {
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (variables === null) return;
    const outcome = await deed.act(variables);
    if (outcome.did !== "done") return;
    forget();
    go(`/authority/organisations/${outcome.value.id}`);
  };
  return (
    <Card>
      {children}
      <Refused refusal={deed.refusal} />
      {tried && variables === null ? (
        <Notice tone="warn">
          <p role="alert">{say("deed.incomplete")}</p>
        </Notice>
      ) : null}
      <div className="row">
        <Button kind="main" isPending={deed.pending} onPress={send}>
          {title}
        </Button>
        <ButtonLink href={`/authority/organisations/${review.id}`}>{say("ui.cancel")}</ButtonLink>
      </div>
    </Card>
  );
}

function judged({ review, typed }: About) {
  const statement = statementOf(typed);
  if (statement === null) return null;
  const { id, version } = review;
  return { review: id, version, marks: marksOf(typed), statement, comment: typed.comment };
}

/** Its head submits the organisation's own assessment, with the level that it proposes. */
export function Assess(about: About) {
  const { review } = about;
  const title = say("sending.assess");
  const [level, keep, forget] = useDrafts<Level>(`organisation.level.${review.id}`);
  const deed = useTold(useDeed(AssessOrganisationDocument, title), say("sent.assess"));
  const said = judged(about);
  const done = () => {
    about.forget();
    forget();
  };
  return (
    <Send
      {...{ review, title, deed }}
      variables={said && level ? { ...said, level } : null}
      forget={done}
    >
      <LevelChoice label={say("sending.level")} level={level ?? ""} choose={keep} />
    </Send>
  );
}

function LevelChoice({
  label,
  level,
  choose,
}: {
  label: string;
  level: Level | "";
  choose: (level: Level) => void;
}) {
  return (
    <Choice
      label={label}
      value={level}
      options={LEVELS.map((each) => ({ value: each, label: levelName(each) }))}
      choose={choose}
      none={say("judging.choose")}
    />
  );
}

/** The authority confirms marks and facts; the level follows from them. */
export function Mark(about: About) {
  const { review } = about;
  const title = say("sending.mark");
  const [kept, keep, forget] = useDrafts<Found>(`organisation.finding.${review.id}`);
  const finding = kept ?? NO_FINDING;
  const deed = useTold(useDeed(MarkOrganisationDocument, title), say("sent.mark"));
  const said = judged(about);
  const done = () => {
    about.forget();
    forget();
  };
  const isWhole = said !== null && (!finding.is || findingOf(finding) !== null);
  return (
    <Send
      {...{ review, title, deed }}
      variables={isWhole ? { ...said, finding: findingOf(finding) } : null}
      forget={done}
    >
      <FindingFields finding={finding} keep={keep} />
    </Send>
  );
}

/** A recognised result that was wrong is replaced from other marks or facts (art. 4.4). */
export function Replace(about: About) {
  const { review } = about;
  const title = say("sending.replace");
  const [kept, keep, forget] = useDrafts<Replaced>(`organisation.replace.${review.id}`);
  const typed = kept ?? NOT_REPLACED;
  const deed = useTold(useDeed(ReplaceRecognitionDocument, title), say("sent.replace"));
  const said = judged(about);
  const decision = paperOf(typed.paper);
  const { finding, excellent, level, levelReason } = typed;
  const isWhole =
    said !== null &&
    decision !== null &&
    typed.reason.trim() !== "" &&
    (!finding.is || findingOf(finding) !== null);
  const done = () => {
    about.forget();
    forget();
  };
  return (
    <Send
      {...{ review, title, deed }}
      variables={
        isWhole
          ? {
              ...said,
              finding: findingOf(finding),
              reason: typed.reason,
              decision: { number: decision.number, day: decision.day },
              excellent,
              level: level === "" ? null : level,
              levelReason,
            }
          : null
      }
      forget={done}
    >
      <FindingFields finding={finding} keep={(found) => keep({ ...typed, finding: found })} />
      <Check
        label={say("sending.excellent")}
        checked={excellent}
        change={() => keep({ ...typed, excellent: !excellent })}
      />
      <LevelChoice
        label={say("sending.chosen")}
        level={level}
        choose={(chosen) => keep({ ...typed, level: chosen })}
      />
      {level === "" ? null : (
        <LongTextField
          label={say("sending.chosenWhy")}
          value={levelReason}
          onChange={(why) => keep({ ...typed, levelReason: why })}
        />
      )}
      <LongTextField
        label={say("sending.reason")}
        value={typed.reason}
        onChange={(reason) => keep({ ...typed, reason })}
      />
      <PaperFields
        paper={typed.paper}
        change={(paper) => keep({ ...typed, paper })}
        isLinked={false}
      />
    </Send>
  );
}

interface Replaced {
  finding: Found;
  excellent: boolean;
  level: Level | "";
  levelReason: string;
  reason: string;
  paper: typeof noPaper;
}

const NOT_REPLACED: Replaced = {
  finding: NO_FINDING,
  excellent: false,
  level: "",
  levelReason: "",
  reason: "",
  paper: noPaper,
};

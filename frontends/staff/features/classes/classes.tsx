import { day, decimal, instant } from "@congtam/format";
import { MyClassesDocument, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { classes } from "@congtam/i18n/catalogue/staff-classes";
import { within } from "@congtam/session";
import { LevelBadge } from "@congtam/shared/sheet";
import { Loaded } from "@congtam/shared/shell";
import {
  Badge,
  ButtonLink,
  Card,
  Fact,
  Facts,
  Nothing,
  Notice,
  Page,
  type Tone,
} from "@congtam/ui";
import { Came } from "./came";
import type { Case } from "./classes-answer";

learn(classes);

const TONES: Partial<Record<Case["state"], Tone>> = {
  OPEN: "warn",
  DECIDED: "info",
  NOTIFIED: "good",
  PUBLISHED: "good",
};

/** My years: what I have to say of each, how it was classified, and what I may do about it. */
export default function Classes() {
  const answer = useAnswer(MyClassesDocument, {});
  return (
    <Page title={say("staff.classes")}>
      <Loaded answer={answer}>
        {({ myClassifications: { nodes } }) =>
          nodes.length === 0 ? (
            <Card>
              <Nothing title={say("classes.none")}>
                <p className="quiet">{say("classes.noneWhy")}</p>
              </Nothing>
            </Card>
          ) : (
            nodes.map((each) => <Year key={each.id} found={each} />)
          )
        }
      </Loaded>
    </Page>
  );
}

function Year({ found }: { found: Case }) {
  const returned = found.forms.at(-1);
  const isReturned = found.allowedActions.includes("SubmitYearForm") && returned?.returnedAt;
  return (
    <Card
      title={say("classes.year", { year: found.year })}
      aside={<Badge tone={TONES[found.state] ?? "plain"}>{say(`classState.${found.state}`)}</Badge>}
    >
      {isReturned ? (
        <Notice tone="warn">
          <p>{say("classes.returned", { reason: returned?.returnedReason ?? "" })}</p>
        </Notice>
      ) : null}
      <Class found={found} />
      <Waits found={found} />
      <Came found={found} />
      <div className="row">
        {found.allowedActions.includes("SubmitYearForm") ? (
          <ButtonLink kind="main" href={`/staff/classes/${found.id}/form`}>
            {say("classes.write")}
          </ButtonLink>
        ) : null}
        {found.mayPetition ? (
          <ButtonLink href={`/staff/classes/${found.id}/petition`}>
            {say("result.petition")}
          </ButtonLink>
        ) : null}
        {found.selfSubmittedAt === null ? null : (
          <>
            <Paper id={found.id} kind="pdf" />
            <Paper id={found.id} kind="docx" />
          </>
        )}
      </div>
    </Card>
  );
}

function Paper({ id, kind }: { id: string; kind: "pdf" | "docx" }) {
  return (
    <a download href={within(`/forms/classification/${id}.${kind}`)}>
      {say(`classes.${kind}`)}
    </a>
  );
}

function Class({ found }: { found: Case }) {
  const { appliedLevel, decisionNo, decisionDay, decidedBy, onBehalfOf, selfLevel } = found;
  const by = decidedBy?.fullName ?? null;
  return (
    <Facts>
      {selfLevel === null ? null : (
        <Fact name={say("classes.own")}>
          <LevelBadge level={selfLevel} />
        </Fact>
      )}
      {appliedLevel === null ? null : (
        <Fact name={say("classes.class")}>
          <LevelBadge level={appliedLevel} />
        </Fact>
      )}
      {found.total === null ? null : (
        <Fact name={say("classes.total")}>{decimal(found.total, language())}</Fact>
      )}
      <Fact name={say("classes.decides")}>{found.classifyingUnit.name}</Fact>
      {decisionNo === null ? null : (
        <Fact name={say("classes.decision")}>
          {say("classes.decisionOf", { no: decisionNo, day: day(decisionDay ?? "") })}
        </Fact>
      )}
      {by === null ? null : (
        <Fact name={say("classes.by")}>
          {by}
          {onBehalfOf ? ` (${say("classes.onBehalf", { who: onBehalfOf.fullName })})` : null}
        </Fact>
      )}
      {found.notifiedAt === null ? null : (
        <Fact name={say("classes.notified")}>{instant(found.notifiedAt)}</Fact>
      )}
      {found.publishedAt === null ? null : (
        <Fact name={say("classes.published")}>{instant(found.publishedAt)}</Fact>
      )}
    </Facts>
  );
}

function Waits({ found: { waitsFor } }: { found: Case }) {
  if (waitsFor.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{say("classes.waits")}</h3>
      <ul>
        {waitsFor.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

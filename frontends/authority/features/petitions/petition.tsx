import { day, decimal, instant } from "@congtam/format";
import { PetitionFileDocument, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { yearPetitions } from "@congtam/i18n/catalogue/year-petitions";
import { Cites, Explained, LevelBadge, Steps } from "@congtam/shared/sheet";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Card, Fact, Facts, Nothing, Notice, Page } from "@congtam/ui";
import { PetitionActs } from "./acts";
import { Clock, State, subject } from "./clock";
import type { Petition } from "./petition-answer";
import { Said } from "./said";

learn(yearPetitions);

/** One petition: what it asks for, everything said on it so far, and what may be done now. */
export default function PetitionFile({ params }: { params: Params }) {
  const answer = useAnswer(PetitionFileDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ petition }) =>
        petition === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/authority/petitions">{say("filed.title")}</a>
          </Nothing>
        ) : (
          <Shown petition={petition} />
        )
      }
    </Loaded>
  );
}

function Shown({ petition }: { petition: Petition }) {
  return (
    <Page title={say("filed.one", { who: petition.person.fullName, about: subject(petition) })}>
      <Card>
        <Facts>
          <Fact name={say("filed.state")}>
            <State state={petition.state} />
          </Fact>
          <Fact name={say("petitions.due")}>
            <Clock petition={petition} />
          </Fact>
          <Fact name={say("petitions.decides")}>{petition.decidingUnit.name}</Fact>
          <Fact name={say("filed.notifiedOn")}>{day(petition.notifiedOn)}</Fact>
          <Fact name={say("petitions.filedAt")}>{instant(petition.filedAt)}</Fact>
        </Facts>
        {petition.late ? (
          <Notice>
            <p>{say("filed.lateWhy", { day: day(petition.fileBy) })}</p>
          </Notice>
        ) : null}
        <PetitionActs petition={petition} />
      </Card>
      <Said petition={petition} />
      <Result petition={petition} />
    </Page>
  );
}

/** The result that is petitioned against, with every step to it. */
function Result({ petition }: { petition: Petition }) {
  const { sheet, classification } = petition;
  return (
    <Card title={say("petitions.result")}>
      <p className="row">
        <span className="figure">
          {petition.oldTotal === null ? "—" : decimal(petition.oldTotal, language())}
        </span>
        <LevelBadge level={petition.oldLevel} />
        <span className="quiet">{say("filed.scoredBy", { who: petition.scoredBy.fullName })}</span>
      </p>
      {classification === null ? null : (
        <>
          {classification.quotaReason ? (
            <p>{say("filed.quota", { reason: classification.quotaReason })}</p>
          ) : null}
          <p>
            <a href={`/authority/classes/case/${classification.id}`}>{say("filed.case")}</a>
          </p>
          <Steps steps={classification.steps} />
          <Cites cites={classification.cites} />
        </>
      )}
      {sheet?.explanation ? <Explained explanation={sheet.explanation} /> : null}
    </Card>
  );
}

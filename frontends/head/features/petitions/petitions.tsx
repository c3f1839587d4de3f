import { day, decimal, instant } from "@congtam/format";
import { AskStatementDocument, HeadPetitionsDocument, useAnswer, useDeed } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { headAbove } from "@congtam/i18n/catalogue/head-above";
import { spoken } from "@congtam/shared/period";
import { LevelBadge } from "@congtam/shared/sheet";
import { Loaded, useTold } from "@congtam/shared/shell";
import { Badge, Button, Card, Fact, Facts, Nothing, Notice, Page, Refused } from "@congtam/ui";
import { useState } from "react";
import { Deciding } from "./deciding";
import type { Petition } from "./petitions-answer";
import { Stating } from "./stating";

learn(headAbove);

/** Petitions on scores that wait for me, the most urgent first. */
export default function Petitions() {
  const answer = useAnswer(HeadPetitionsDocument, {});
  return (
    <Loaded isPage answer={answer}>
      {({ petitionsToDecide, petitionsToState }) => {
        const mine = petitionsToDecide.nodes.filter(({ about }) => about === "SCORE");
        const asked = petitionsToState.nodes.filter(({ id }) =>
          mine.every((each) => each.id !== id),
        );
        return (
          <Page title={say("headPetitions.title")}>
            {mine.length + asked.length === 0 ? (
              <Card>
                <Nothing title={say("headPetitions.none")}>
                  <p className="quiet">{say("headPetitions.noneWhy")}</p>
                </Nothing>
              </Card>
            ) : null}
            {[...mine, ...asked].map((petition) => (
              <One key={petition.id} petition={petition} />
            ))}
          </Page>
        );
      }}
    </Loaded>
  );
}

function One({ petition }: { petition: Petition }) {
  const [doing, begin] = useState<"state" | "decide" | null>(null);
  const { person, period, periodMonths, scoringUnit, scoredBy } = petition;
  const may = (action: string) => petition.allowedActions.includes(action);
  return (
    <Card
      title={say("headPetitions.of", { who: person.fullName, ...spoken(period, periodMonths) })}
      aside={<Clock petition={petition} />}
    >
      <Facts>
        <Fact name={say("headPetitions.scored")}>
          {scoringUnit.name}, {scoredBy.fullName}
        </Fact>
        <Fact name={say("headPetitions.result")}>
          <span className="row">
            {petition.oldTotal ? decimal(petition.oldTotal, language()) : "—"}
            <LevelBadge level={petition.oldLevel} />
          </span>
        </Fact>
        <Fact name={say("headPetitions.filed")}>{instant(petition.filedAt)}</Fact>
        <Fact name={say("headPetitions.due")}>{day(petition.dueOn)}</Fact>
      </Facts>
      <blockquote className="plain">{petition.text}</blockquote>
      <Papers petition={petition} />
      <Heard petition={petition} />
      <div className="row">
        {may("AskPetitionStatement") ? <AskStatement petition={petition} /> : null}
        {may("GivePetitionStatement") ? (
          <Button kind="main" onPress={() => begin("state")}>
            {say("statement.give")}
          </Button>
        ) : null}
        {may("DecidePetition") ? (
          <Button kind="main" onPress={() => begin("decide")}>
            {say("petitionDecide.begin")}
          </Button>
        ) : null}
      </div>
      {doing === "state" ? <Stating petition={petition} close={() => begin(null)} /> : null}
      {doing === "decide" ? <Deciding petition={petition} close={() => begin(null)} /> : null}
    </Card>
  );
}

function Clock({ petition: { workingDaysLeft, overdue } }: { petition: Petition }) {
  if (workingDaysLeft === null || workingDaysLeft === undefined) return null;
  return (
    <Badge tone={overdue ? "bad" : "warn"}>
      {overdue
        ? say("headPetitions.overdue", { days: -workingDaysLeft })
        : say("headPetitions.left", { days: workingDaysLeft })}
    </Badge>
  );
}

function Papers({ petition: { documents } }: { petition: Petition }) {
  if (documents.length === 0) return null;
  return (
    <ul className="plain small">
      {documents.map((each) => (
        <li key={each.id}>
          {each.url ? (
            <a href={each.url} target="_blank" rel="noreferrer">
              {each.number}
            </a>
          ) : (
            each.number
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the head who scored states, and what the personnel body says: the decision waits for it. */
function Heard({ petition }: { petition: Petition }) {
  const { statement, statementAskedAt, opinion } = petition;
  return (
    <>
      {statement ? (
        <Notice>
          <p>
            <strong>{say("statement.of")}</strong> {statement}
          </p>
        </Notice>
      ) : statementAskedAt ? (
        <p className="quiet small">
          {say("statement.askedAt", { when: instant(statementAskedAt) })}
        </p>
      ) : null}
      {opinion ? (
        <Notice>
          <p>
            <strong>{say("headPetitions.opinion")}</strong> {opinion}
          </p>
        </Notice>
      ) : (
        <p className="quiet small">{say("headPetitions.noOpinion")}</p>
      )}
    </>
  );
}

function AskStatement({ petition: { id, version } }: { petition: Petition }) {
  const { act, pending, refusal } = useTold(
    useDeed(AskStatementDocument, say("statement.ask")),
    say("statement.asked"),
  );
  return (
    <>
      <Button isPending={pending} onPress={() => act({ petition: id, version })}>
        {say("statement.ask")}
      </Button>
      <Refused message={refusal?.message} />
    </>
  );
}

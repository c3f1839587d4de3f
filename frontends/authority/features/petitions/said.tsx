import { day, decimal, instant } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { LevelBadge } from "@congtam/shared/sheet";
import { Card, Notice } from "@congtam/ui";
import type { Petition } from "./petition-answer";

interface Word {
  what: string;
  who: string | undefined;
  when: string | null;
  text: string | null;
  part?: Petition["documents"][number]["part"];
}

/** The file in the order in which it came about. */
export function Said({ petition }: { petition: Petition }) {
  return (
    <Card title={say("filed.file")}>
      <div>
        {wordsOf(petition).map((word) => (
          <Spoken key={word.what} word={word} documents={petition.documents} />
        ))}
      </div>
      {petition.instructions === null || petition.answerBy === null ? null : (
        <Notice>
          <p>
            {say("filed.instructed", {
              text: petition.instructions,
              when: instant(petition.answerBy),
            })}
          </p>
        </Notice>
      )}
      {petition.newLevel === null ? null : (
        <p className="row">
          {say("petitions.new", {
            total: petition.newTotal === null ? "—" : decimal(petition.newTotal, language()),
          })}
          <LevelBadge level={petition.newLevel} />
          {petition.newClassification === null ? null : (
            <a href={`/authority/classes/case/${petition.newClassification.id}`}>
              {say("filed.newEdition", { edition: petition.newClassification.edition })}
            </a>
          )}
        </p>
      )}
    </Card>
  );
}

/** What was said so far; what has no moment has not been said. */
function wordsOf(petition: Petition): Word[] {
  const { person } = petition;
  const words: Word[] = [
    {
      what: say("filed.text"),
      who: person.fullName,
      when: petition.filedAt,
      text: petition.text,
      part: "PETITION",
    },
    {
      what: say("filed.statementAsked"),
      who: petition.scoringUnit.name,
      when: petition.statedAt === null ? petition.statementAskedAt : null,
      text: say("filed.notAnswered"),
    },
    {
      what: say("filed.statement"),
      who: petition.statedBy?.fullName,
      when: petition.statedAt,
      text: petition.statement,
      part: "STATEMENT",
    },
    {
      what: say("filed.opinion"),
      who: petition.opinionBy?.fullName,
      when: petition.opinionAt,
      text: petition.opinion,
      part: "OPINION",
    },
    {
      what: say(`petition.${petition.state}`),
      who: decider(petition),
      when: petition.decidedAt,
      text: petition.decisionReason,
      part: "DECISION",
    },
    {
      what: say("petition.WITHDRAWN"),
      who: person.fullName,
      when: petition.withdrawnAt,
      text: petition.withdrawnReason ?? "",
    },
  ];
  return words.filter(({ when }) => when !== null);
}

function decider({ decidedBy, onBehalfOf }: Petition): string | undefined {
  if (decidedBy === null || onBehalfOf === null) return decidedBy?.fullName;
  return say("filed.onBehalf", { who: decidedBy.fullName, head: onBehalfOf.fullName });
}

function Spoken({ word, documents }: { word: Word; documents: Petition["documents"] }) {
  const papers = documents.filter((each) => each.part === word.part);
  return (
    <div className="told">
      <div className="stack-tight">
        <strong>{word.what}</strong>
        <span>{word.text ?? say("filed.hidden")}</span>
        {papers.map((paper) => (
          <span key={paper.id} className="small">
            {paper.url === null ? named(paper) : <a href={paper.url}>{named(paper)}</a>}
          </span>
        ))}
      </div>
      <span className="quiet small">
        {say("filed.by", { who: word.who ?? "", when: instant(word.when ?? "") })}
      </span>
    </div>
  );
}

function named({ number, day: on }: Petition["documents"][number]): string {
  return on === null
    ? say("filed.number", { number })
    : say("filed.paper", { number, day: day(on) });
}

import { day, instant } from "@congtam/format";
import { AnswerPartyTopicDocument, RaisePartyTopicDocument } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, DeedButton, NO_PAPER, PaperFields, paperOf } from "@congtam/shared/party";
import { Badge, Card, LongTextField } from "@congtam/ui";
import type { Review } from "./review-answer";

type Topic = Review["topics"][number];

/** The points that committees above want answered, each with its answers. */
export function Topics({ review }: { review: Review }) {
  const mayRaise = review.allowedActions.includes("RaisePartyTopic");
  if (review.topics.length === 0 && !mayRaise) return null;
  return (
    <Card
      title={say("topics.title")}
      aside={
        <DeedButton
          named={review.allowedActions}
          action="RaisePartyTopic"
          label={say("topics.raise")}
        >
          {(close) => <Raise review={review} close={close} />}
        </DeedButton>
      }
    >
      {review.topics.length === 0 ? <p className="quiet">{say("topics.none")}</p> : null}
      <ol className="steps">
        {review.topics.map((topic) => (
          <Shown key={topic.id} topic={topic} />
        ))}
      </ol>
    </Card>
  );
}

function Shown({ topic }: { topic: Topic }) {
  const from = [
    say("topics.from", { number: topic.number, body: topic.author.name }),
    topic.documentNo,
    topic.documentDay === null ? null : day(topic.documentDay),
  ];
  return (
    <li className="stack-tight">
      <div className="row spread">
        <span className="quiet small">{from.filter(Boolean).join(" · ")}</span>
        {topic.replies.length === 0 ? <Badge tone="warn">{say("topics.open")}</Badge> : null}
      </div>
      <p className="said">{topic.text}</p>
      {topic.replies.map((reply) => (
        <div key={reply.id} className="reply">
          <span className="quiet small">
            {say("topics.answered", {
              who: reply.answeredBy.fullName,
              when: instant(reply.answeredAt),
            })}
          </span>
          <p className="said">{reply.text}</p>
        </div>
      ))}
      <div className="row">
        <DeedButton
          named={topic.allowedActions}
          action="AnswerPartyTopic"
          label={say(topic.replies.length === 0 ? "topics.answer" : "topics.answerAgain")}
          more={String(topic.number)}
        >
          {(close) => <Answer topic={topic} close={close} />}
        </DeedButton>
      </div>
    </li>
  );
}

function Answer({ topic, close }: { topic: Topic; close: () => void }) {
  return (
    <Ask
      deed={AnswerPartyTopicDocument}
      name={`topic.${topic.id}`}
      title={say("topics.answerTitle", { number: topic.number })}
      confirm={say("topics.send")}
      done={say("topics.sent")}
      empty={{ text: "" }}
      variables={({ text }) =>
        text.trim() === "" ? null : { topic: topic.id, version: topic.version, text }
      }
      close={close}
    >
      {(draft, change) => (
        <>
          <p className="said">{topic.text}</p>
          <LongTextField
            label={say("topics.text")}
            help={say("topics.textHelp")}
            value={draft.text}
            onChange={(text) => change({ text })}
            maxLength={20_000}
            autoFocus
            isRequired
          />
        </>
      )}
    </Ask>
  );
}

function Raise({ review, close }: { review: Review; close: () => void }) {
  return (
    <Ask
      deed={RaisePartyTopicDocument}
      name={`raise.${review.id}`}
      title={say("topics.raiseTitle", { body: review.decidingBody.name })}
      confirm={say("topics.raise")}
      done={say("topics.raised")}
      empty={{ text: "", document: NO_PAPER }}
      variables={({ text, document }) =>
        text.trim() === ""
          ? null
          : {
              review: review.id,
              author: review.decidingBody.id,
              text,
              document: paperOf(document),
            }
      }
      close={close}
    >
      {(draft, change) => (
        <>
          <LongTextField
            label={say("topics.point")}
            value={draft.text}
            onChange={(text) => change({ text })}
            maxLength={10_000}
            autoFocus
            isRequired
          />
          <PaperFields
            label={say("topics.document")}
            paper={draft.document}
            change={(document) => change({ document })}
          />
        </>
      )}
    </Ask>
  );
}

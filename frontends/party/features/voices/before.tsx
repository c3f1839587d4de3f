import { decimal, instant } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { voiceName } from "@congtam/shared/party";
import { LevelBadge } from "@congtam/shared/sheet";
import { Badge, Card } from "@congtam/ui";
import type { Review, Voice } from "./speaking-answer";

/** What was said before this voice, and the points that were put. */
export function Before({ review, voice }: { review: Review; voice: Voice }) {
  const spoken = review.voices.filter(
    (each) => each.id !== voice.id && each.state !== "WAITING" && each.step < voice.step,
  );
  return (
    <>
      <Points review={review} own={voice.kind === "SELF"} />
      {spoken.length === 0 ? null : (
        <Card title={say("partyVoices.before")}>
          <ol className="steps">
            {spoken.map((each) => (
              <Said key={each.id} said={each} />
            ))}
          </ol>
        </Card>
      )}
    </>
  );
}

function Said({ said }: { said: Review["voices"][number] }) {
  return (
    <li className="stack-tight">
      <div className="row spread">
        <strong>{voiceName(said)}</strong>
        {said.state === "RETURNED" ? (
          <Badge tone="warn">{say("partyVoices.returned")}</Badge>
        ) : null}
      </div>
      <p className="quiet small">
        {said.signedBy?.fullName}
        {said.signedAt === null ? null : `, ${instant(said.signedAt)}`}
      </p>
      <p className="said">{said.text}</p>
      {said.level === null ? null : (
        <p className="row">
          {said.points === null
            ? null
            : say("partyVoices.points", { points: decimal(said.points, language()) })}
          <LevelBadge level={said.level} />
        </p>
      )}
      {said.reason === null ? null : <p>{say("partyVoices.because", { text: said.reason })}</p>}
      {said.returnedReason === null ? null : (
        <p>{say("partyVoices.returnedWhy", { text: said.returnedReason })}</p>
      )}
    </li>
  );
}

function Points({ review, own }: { review: Review; own: boolean }) {
  if (review.topics.length === 0) return null;
  const open = review.topics.filter((topic) => !topic.answered).length;
  return (
    <Card title={say("partyVoices.topics")}>
      <ol className="steps">
        {review.topics.map((topic) => (
          <li key={topic.id} className="stack-tight">
            <p className="said">{`${topic.number}. ${topic.text}`}</p>
            {topic.replies.map((reply) => (
              <p key={reply.id} className="reply said">
                {reply.text}
              </p>
            ))}
            {topic.answered ? null : (
              <div className="row">
                <Badge tone="warn">{say("partyVoices.unanswered")}</Badge>
              </div>
            )}
          </li>
        ))}
      </ol>
      {own && open > 0 ? (
        <p>
          <a href={`/party/review/${review.id}`}>{say("partyVoices.answerFirst")}</a>
        </p>
      ) : null}
    </Card>
  );
}

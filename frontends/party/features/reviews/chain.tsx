import { decimal, instant } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { DeedButton, voiceName } from "@congtam/shared/party";
import { LevelBadge } from "@congtam/shared/sheet";
import { Badge, ButtonLink, Card, type Tone } from "@congtam/ui";
import { Findings } from "./findings";
import { OpenBallot } from "./open-ballot";
import type { Review } from "./review-answer";

type Voice = Review["voices"][number];

const TONES: Record<Voice["state"], Tone> = { WAITING: "info", SIGNED: "good", RETURNED: "warn" };

/** The voices in their order, as far as they may be read: who spoke, what and when. */
export function Chain({ review }: { review: Review }) {
  if (review.voices.length === 0) return null;
  return (
    <Card title={say("partyReview.chain")}>
      <ol className="steps">
        {review.voices.map((voice) => (
          <li key={voice.id} className="stack-tight">
            <div className="row spread">
              <strong>{voiceName(voice)}</strong>
              <Badge tone={TONES[voice.state]}>{say(standing(voice))}</Badge>
            </div>
            <Said voice={voice} />
            <Open review={review} voice={voice} />
          </li>
        ))}
      </ol>
      {review.notifiedAt === null ? (
        <p className="quiet small">{say("partyReview.chainPart")}</p>
      ) : null}
    </Card>
  );
}

function standing(voice: Voice) {
  if (voice.state === "WAITING") {
    return voice.turn ? "partyReview.itsTurn" : "partyReview.waits";
  }
  return voice.state === "SIGNED" ? "partyReview.spoke" : "partyReview.wasReturned";
}

function Said({ voice }: { voice: Voice }) {
  return (
    <>
      {voice.signedAt === null ? null : (
        <p className="quiet small">
          {say("partyReview.signed", {
            who: voice.signedBy?.fullName ?? "",
            when: instant(voice.signedAt),
          })}
        </p>
      )}
      {voice.text === null ? null : <p className="said">{voice.text}</p>}
      {voice.level === null ? null : (
        <p className="row">
          {voice.points === null
            ? null
            : say("partyReview.proposes", { points: decimal(voice.points, language()) })}
          <LevelBadge level={voice.level} />
        </p>
      )}
      {voice.reason === null ? null : <p>{say("partyReview.reason", { text: voice.reason })}</p>}
      {voice.findings === null ? null : <Findings json={voice.findings} />}
      {voice.returnedAt === null ? null : (
        <p>
          {say("partyReview.returned", {
            who: voice.returnedBy?.fullName ?? "",
            when: instant(voice.returnedAt),
            why: voice.returnedReason ?? "",
          })}
        </p>
      )}
    </>
  );
}

function Open({ review, voice }: { review: Review; voice: Voice }) {
  const { body } = voice;
  return (
    <div className="row">
      {voice.allowedActions.includes("SpeakOnPartyReview") ? (
        <ButtonLink size="small" kind="main" href={`/party/voices/${voice.id}`}>
          {say(voice.kind === "SELF" ? "partyReviews.write" : "partyReview.speak")}
          <span className="unseen">{voiceName(voice)}</span>
        </ButtonLink>
      ) : null}
      {body === null ? null : (
        <DeedButton
          named={voice.allowedActions}
          action="OpenPartyBallot"
          label={say("partyReview.openBallot")}
          more={body.name}
        >
          {(close) => <OpenBallot review={review} body={body} close={close} />}
        </DeedButton>
      )}
    </div>
  );
}

import { PartyVoiceToGiveDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyFindings } from "@congtam/i18n/catalogue/party-findings";
import { partyVoices } from "@congtam/i18n/catalogue/party-voices";
import { spanName, voiceName } from "@congtam/shared/party";
import { Loaded, type Params } from "@congtam/shared/shell";
import { ButtonLink, Card, Nothing, Notice, Page } from "@congtam/ui";
import { Before } from "./before";
import { Form } from "./form";
import { Return } from "./return";
import type { Review, Voice } from "./speaking-answer";
import { subject, waitsFor } from "./waiting";

learn(partyVoices, partyFindings);

/** One voice: what was said before it, and what it says itself, in its turn. */
export default function Speaking({ params }: { params: Params }) {
  const answer = useAnswer(PartyVoiceToGiveDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ node }) =>
        node?.__typename !== "PartyVoice" || node.review === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/party/voices">{say("party.voices")}</a>
          </Nothing>
        ) : (
          <Shown voice={node} review={node.review} />
        )
      }
    </Loaded>
  );
}

function Shown({ voice, review }: { voice: Voice; review: Review }) {
  const own = voice.kind === "SELF";
  const title = say(own ? "partyVoices.ownTitle" : "partyVoices.title", {
    who: subject(voice),
    span: spanName(review),
  });
  const isMine = voice.allowedActions.includes("SpeakOnPartyReview");
  return (
    <Page
      title={title}
      actions={
        <ButtonLink href={`/party/review/${review.id}`}>{say("partyVoices.toReview")}</ButtonLink>
      }
    >
      {isMine ? (
        <div className="judging">
          <Card title={voiceName(voice)}>
            <Form voice={voice} review={review} />
          </Card>
          <div className="stack">
            <Before review={review} voice={voice} />
            <Return review={review} voice={voice} />
          </div>
        </div>
      ) : (
        <>
          <NotNow voice={voice} />
          <Before review={review} voice={voice} />
          <Return review={review} voice={voice} />
        </>
      )}
    </Page>
  );
}

/** Why nothing can be said here now. */
function NotNow({ voice }: { voice: Voice }) {
  const waits = voice.state === "WAITING" ? waitsFor(voice) : null;
  return (
    <Notice tone={waits === null ? "info" : "warn"}>
      <p>
        {waits === null
          ? say(voice.state === "WAITING" ? "partyVoices.notYours" : "partyVoices.spoken")
          : waits}
      </p>
    </Notice>
  );
}

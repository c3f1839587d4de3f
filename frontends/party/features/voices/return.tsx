import { ReturnPartyVoiceDocument } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, DeedButton, voiceName } from "@congtam/shared/party";
import { go } from "@congtam/shared/shell";
import { Choice, LongTextField } from "@congtam/ui";
import type { Review, Voice } from "./speaking-answer";

/** In its turn a voice may return one that spoke before it; both versions stay. */
export function Return({ review, voice }: { review: Review; voice: Voice }) {
  const spoken = review.voices.filter((each) => each.state === "SIGNED" && each.step < voice.step);
  if (spoken.length === 0) return null;
  return (
    <div className="row">
      <DeedButton
        named={voice.allowedActions}
        action="ReturnPartyVoice"
        label={say("partyVoices.return")}
      >
        {(close) => (
          <Ask
            deed={ReturnPartyVoiceDocument}
            name={`return.${voice.id}`}
            title={say("partyVoices.returnTitle")}
            confirm={say("partyVoices.returnNow")}
            done={say("partyVoices.returnDone")}
            empty={{ returned: spoken.at(-1)?.id ?? "", reason: "" }}
            variables={({ returned, reason }) =>
              returned === "" || reason.trim() === ""
                ? null
                : { voice: voice.id, version: voice.version, returned, reason }
            }
            after={() => go(`/party/review/${review.id}`)}
            close={close}
          >
            {(draft, change) => (
              <>
                <p>{say("partyVoices.returnWhy")}</p>
                <Choice
                  label={say("partyVoices.which")}
                  value={draft.returned}
                  options={spoken.map((each) => ({ value: each.id, label: voiceName(each) }))}
                  choose={(returned) => change({ returned })}
                />
                <LongTextField
                  label={say("party.reason")}
                  value={draft.reason}
                  onChange={(reason) => change({ reason })}
                  maxLength={2000}
                  isRequired
                />
              </>
            )}
          </Ask>
        )}
      </DeedButton>
    </div>
  );
}

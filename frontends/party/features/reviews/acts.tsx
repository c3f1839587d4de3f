import { today } from "@congtam/format";
import {
  ExcusePartyReviewDocument,
  type Level,
  PreparePartyMeetingDocument,
  ReplacePartyReviewDocument,
  WithdrawPartyReviewDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import {
  Ask,
  DeedButton,
  NO_PAPER,
  PARTY_LEVELS,
  PaperFields,
  paperOf,
} from "@congtam/shared/party";
import { levelName } from "@congtam/shared/sheet";
import { go } from "@congtam/shared/shell";
import { Check, Choice, DayField, LongTextField, Radios } from "@congtam/ui";
import type { Review } from "./review-answer";

interface Opened {
  review: Review;
  close: () => void;
}

/** What may be done with the review as a whole. */
export function Acts({ review }: { review: Review }) {
  const named = review.allowedActions;
  const acts = [
    ["RecordPartyMeeting", "acts.meeting", Prepare],
    ["ExcusePartyReview", "acts.excuse", Excuse],
    ["ReplacePartyReview", "acts.replace", Replace],
    ["WithdrawPartyReview", "acts.withdraw", Withdraw],
  ] as const;
  if (!acts.some(([action]) => named.includes(action))) return null;
  return (
    <div className="row">
      {acts.map(([action, label, Form]) => (
        <DeedButton key={action} named={named} action={action} label={say(label)}>
          {(close) => <Form review={review} close={close} />}
        </DeedButton>
      ))}
    </div>
  );
}

function Withdraw({ review, close }: Opened) {
  return (
    <Ask
      deed={WithdrawPartyReviewDocument}
      name={`withdraw.${review.id}`}
      title={say("acts.withdrawSure")}
      confirm={say("acts.withdraw")}
      done={say("acts.withdrawn")}
      empty={{ reason: "" }}
      variables={({ reason }) =>
        reason.trim() === "" ? null : { review: review.id, version: review.version, reason }
      }
      close={close}
    >
      {(draft, change) => (
        <>
          <p>{say("acts.withdrawWhy")}</p>
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
  );
}

function Excuse({ review, close }: Opened) {
  return (
    <Ask
      deed={ExcusePartyReviewDocument}
      name={`excuse.${review.id}`}
      title={say("acts.excuse")}
      confirm={say("acts.keep")}
      done={say("acts.excused")}
      empty={{ accepted: "" as "" | "yes" | "no", reason: "" }}
      variables={({ accepted, reason }) =>
        accepted === "" || reason.trim() === ""
          ? null
          : {
              review: review.id,
              version: review.version,
              accepted: accepted === "yes",
              reason,
            }
      }
      close={close}
    >
      {(draft, change) => (
        <>
          <p>{say("acts.excuseWhy")}</p>
          <Radios
            label={say("acts.excuseWhat")}
            options={[
              { value: "yes", label: say("acts.accepted") },
              { value: "no", label: say("acts.notAccepted") },
            ]}
            chosen={draft.accepted === "" ? null : draft.accepted}
            choose={(accepted) => change({ accepted })}
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
  );
}

function Replace({ review, close }: Opened) {
  return (
    <Ask
      deed={ReplacePartyReviewDocument}
      name={`replace.${review.id}`}
      title={say("acts.replace")}
      confirm={say("acts.replaceNow")}
      done={say("acts.replaced")}
      empty={{ level: "" as Level | "", reason: "", decision: NO_PAPER }}
      variables={({ level, reason, decision }) => {
        const paper = paperOf(decision);
        if (level === "" || reason.trim() === "" || paper === null) return null;
        return { review: review.id, version: review.version, level, reason, decision: paper };
      }}
      after={(edition) => go(`/party/review/${edition.id}`)}
      close={close}
    >
      {(draft, change) => (
        <>
          <p>{say("acts.replaceWhy")}</p>
          <Choice
            label={say("acts.level")}
            value={draft.level}
            none={say("acts.noLevel")}
            options={PARTY_LEVELS.map((value) => ({ value, label: levelName(value) }))}
            choose={(level) => change({ level })}
            isRequired
          />
          <LongTextField
            label={say("party.reason")}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            maxLength={2000}
            isRequired
          />
          <PaperFields
            label={say("party.decision")}
            paper={draft.decision}
            change={(decision) => change({ decision })}
          />
        </>
      )}
    </Ask>
  );
}

function Prepare({ review, close }: Opened) {
  return (
    <Ask
      deed={PreparePartyMeetingDocument}
      name={`meeting.${review.id}`}
      title={say("acts.meetingTitle", { body: review.body.name })}
      confirm={say("acts.meetingRecord")}
      done={say("acts.meetingRecorded")}
      empty={{ draft: NO_PAPER, draftSentOn: today(), meetsOn: "", named: false }}
      variables={({ draft, ...told }) => {
        const paper = paperOf(draft);
        if (paper === null || told.draftSentOn === "" || told.meetsOn === "") return null;
        return { review: review.id, draft: paper, ...told };
      }}
      close={close}
    >
      {(draft, change) => (
        <>
          <p>{say("acts.meetingWhy")}</p>
          <PaperFields
            label={say("acts.report")}
            paper={draft.draft}
            change={(paper) => change({ draft: paper })}
          />
          <div className="columns">
            <DayField
              label={say("acts.sentOn")}
              value={draft.draftSentOn}
              onChange={(draftSentOn) => change({ draftSentOn })}
              latest={today()}
              isRequired
            />
            <DayField
              label={say("acts.meetsOn")}
              value={draft.meetsOn}
              onChange={(meetsOn) => change({ meetsOn })}
              isRequired
            />
          </div>
          <Check
            label={say("acts.named")}
            checked={draft.named}
            change={() => change({ named: !draft.named })}
          />
        </>
      )}
    </Ask>
  );
}

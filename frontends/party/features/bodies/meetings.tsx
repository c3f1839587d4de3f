import { day } from "@congtam/format";
import { HoldPartyMeetingDocument } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, DeedButton, NO_PAPER, PaperFields, paperOf, spanName } from "@congtam/shared/party";
import { Badge, Card, TextField } from "@congtam/ui";
import type { Shown } from "./body-answer";

type Meeting = Shown["partyMeetingsOfBody"]["nodes"][number];

/** The review meetings of a collective: prepared, and held. */
export function Meetings({ meetings }: { meetings: readonly Meeting[] }) {
  if (meetings.length === 0) return null;
  return (
    <Card title={say("meetings.title")}>
      <div>
        {meetings.map((meeting) => (
          <div key={meeting.id} className="told">
            <div className="stack-tight">
              <strong>
                {say("meetings.on", { day: day(meeting.meetsOn) })}
                {meeting.review === null ? null : ` · ${spanName(meeting.review)}`}
              </strong>
              <span className="quiet small">
                {say("meetings.draft", { no: meeting.draftNo, day: day(meeting.draftSentOn) })}
              </span>
            </div>
            <div className="row">
              <Badge tone={meeting.heldAt === null ? "info" : "good"}>
                {meeting.heldAt === null
                  ? say("meetings.toCome", { days: meeting.leastDays })
                  : say("meetings.held", { days: meeting.days ?? 0, no: meeting.minutesNo ?? "" })}
              </Badge>
              <DeedButton
                named={meeting.allowedActions}
                action="RecordPartyMeeting"
                label={say("meetings.hold")}
                more={day(meeting.meetsOn)}
              >
                {(close) => <Hold meeting={meeting} close={close} />}
              </DeedButton>
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}

function Hold({ meeting, close }: { meeting: Meeting; close: () => void }) {
  return (
    <Ask
      deed={HoldPartyMeetingDocument}
      name={`hold.${meeting.id}`}
      title={say("meetings.hold")}
      confirm={say("meetings.record")}
      done={say("meetings.recorded")}
      empty={{ days: String(meeting.leastDays), minutes: NO_PAPER }}
      variables={({ days, minutes }) => {
        const paper = paperOf(minutes);
        if (paper === null || !/^\d{1,2}$/.test(days.trim())) return null;
        return {
          meeting: meeting.id,
          version: meeting.version,
          days: Number(days),
          minutes: paper,
        };
      }}
      close={close}
    >
      {(draft, change) => (
        <>
          <TextField
            label={say("meetings.days")}
            help={say("meetings.least", { days: meeting.leastDays })}
            value={draft.days}
            onChange={(days) => change({ days })}
            isRequired
          />
          <PaperFields
            label={say("meetings.minutes")}
            paper={draft.minutes}
            change={(minutes) => change({ minutes })}
          />
        </>
      )}
    </Ask>
  );
}

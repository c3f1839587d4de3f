import { byGivenName } from "@congtam/format";
import { type OwedVoiceFragment, PartyVoicesDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyVoices } from "@congtam/i18n/catalogue/party-voices";
import { spanName, voiceName } from "@congtam/shared/party";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { ButtonLink, Card, type Column, DataTable, Page, type Turns } from "@congtam/ui";
import { subject, waitsFor } from "./waiting";

learn(partyVoices);

/** The voices that I and my bodies still owe: whose turn it is, and who waits for whom. */
export default function Voices() {
  const due = useCursor("due");
  const waiting = useCursor("waiting");
  const answer = useAnswer(PartyVoicesDocument, {
    afterDue: due.after,
    afterWaiting: waiting.after,
  });
  return (
    <Page title={say("party.voices")}>
      <Loaded answer={answer}>
        {(found) => (
          <>
            <Card title={say("partyVoices.due")}>
              <p className="quiet small">{say("partyVoices.dueWhy")}</p>
              <Table
                label={say("partyVoices.due")}
                voices={found.due.nodes}
                nothing={say("partyVoices.noneDue")}
                turns={due.turns(found.due.pageInfo)}
              />
            </Card>
            {found.waiting.nodes.length === 0 && waiting.after === null ? null : (
              <Card title={say("partyVoices.waiting")}>
                <p className="quiet small">{say("partyVoices.waitingWhy")}</p>
                <Table
                  label={say("partyVoices.waiting")}
                  voices={found.waiting.nodes}
                  nothing={say("partyVoices.noneWaiting")}
                  turns={waiting.turns(found.waiting.pageInfo)}
                />
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Table({
  label,
  voices,
  nothing,
  turns,
}: {
  label: string;
  voices: readonly OwedVoiceFragment[];
  nothing: string;
  turns: Turns;
}) {
  const rows = [...voices].sort((left, right) => byGivenName(subject(left), subject(right)));
  return (
    <DataTable
      part={turns}
      label={label}
      columns={COLUMNS()}
      rows={rows}
      nothing={nothing}
      searched={subject}
      pageSize={50}
    />
  );
}

function isMine(voice: OwedVoiceFragment): boolean {
  return voice.allowedActions.includes("SpeakOnPartyReview");
}

const COLUMNS = (): Column<OwedVoiceFragment>[] => [
  {
    id: "about",
    title: say("partyVoices.about"),
    isHeader: true,
    order: (left, right) => byGivenName(subject(left), subject(right)),
    cell: (voice) => (
      <div className="stack-tight">
        <span>{subject(voice)}</span>
        <span className="quiet small">{voice.review === null ? "" : spanName(voice.review)}</span>
      </div>
    ),
  },
  { id: "voice", title: say("partyVoices.voice"), cell: voiceName },
  {
    id: "wait",
    title: say("partyVoices.standing"),
    cell: (voice) =>
      waitsFor(voice) ?? say(isMine(voice) ? "partyVoices.itsTurn" : "partyVoices.byOthers"),
  },
  {
    id: "act",
    title: say("partyVoices.act"),
    cell: (voice) => (
      <ButtonLink
        size="small"
        href={isMine(voice) ? `/party/voices/${voice.id}` : `/party/review/${voice.review?.id}`}
      >
        {say(isMine(voice) ? "partyVoices.speak" : "partyVoices.show")}
        <span className="unseen">{subject(voice)}</span>
      </ButtonLink>
    ),
  },
];

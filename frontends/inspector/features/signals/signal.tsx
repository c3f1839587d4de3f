import { byGivenName, decimal, instant } from "@congtam/format";
import { OneSignalDocument, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { signals } from "@congtam/i18n/catalogue/inspector-signals";
import { periodName, spoken } from "@congtam/shared/period";
import { LevelBadge, SheetState } from "@congtam/shared/sheet";
import { Loaded, type Params } from "@congtam/shared/shell";
import { ButtonLink, Card, type Column, DataTable, Fact, Facts, Nothing, Page } from "@congtam/ui";
import { Found } from "./found";
import { Marking, Sharing } from "./saying";
import type { Signal } from "./signal-answer";
import { Weighed } from "./weighed";

learn(signals);

type Sheet = Signal["sheets"][number];

/** One signal: what it is, why it was raised, which sheets it names, what was said of it. */
export default function OneSignal({ params }: { params: Params }) {
  const answer = useAnswer(OneSignalDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ signal }) =>
        signal === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/inspector/">{say("inspector.home")}</a>
          </Nothing>
        ) : (
          <Shown signal={signal} />
        )
      }
    </Loaded>
  );
}

function Shown({ signal }: { signal: Signal }) {
  return (
    <Page
      title={say(`signalKind.${signal.kind}`)}
      actions={
        <>
          <ButtonLink href={`/inspector/signals/${signal.period}`}>
            {say("signals.ofMonth", spoken(signal.period, signal.periodMonths))}
          </ButtonLink>
          <ButtonLink href={`/inspector/story/${signal.id}`}>{say("signals.story")}</ButtonLink>
        </>
      }
    >
      <Card title={say("signals.why")}>
        <p>{signal.says}</p>
        <p className="quiet">{say("signals.notWrong")}</p>
        <Facts>
          <Fact name={say("signals.month", { months: signal.periodMonths })}>
            {periodName(signal.period, signal.periodMonths)}
          </Fact>
          <Fact name={say("signals.unit")}>{signal.unit.name}</Fact>
          {signal.person ? (
            <Fact name={say("signals.person")}>
              <a href={`/inspector/people/${signal.person.id}`}>{signal.person.fullName}</a>
            </Fact>
          ) : null}
          <Fact name={say("signals.foundAt")}>{instant(signal.foundAt)}</Fact>
          {signal.goneAt ? (
            <Fact name={say("signals.goneSince")}>{instant(signal.goneAt)}</Fact>
          ) : null}
        </Facts>
        <Weighed evidence={signal.evidence} />
      </Card>
      <Card title={say("signals.sheets")}>
        <DataTable
          label={say("signals.sheets")}
          columns={SHEETS}
          rows={signal.sheets}
          searched={({ person }) => person.fullName}
          nothing={say("signals.noSheets")}
        />
      </Card>
      <Card title={say("signals.said")} aside={<Found finding={signal.finding} />}>
        <Said signal={signal} />
        {signal.allowedActions.includes("MarkSignal") ? <Marking signal={signal} /> : null}
        {signal.allowedActions.includes("ShareSignal") && signal.sharedAt === null ? (
          <Sharing signal={signal} />
        ) : null}
      </Card>
    </Page>
  );
}

function Said({ signal }: { signal: Signal }) {
  const { findingNote, lookedAt, shareNote, sharedAt, sharedBy } = signal;
  return (
    <>
      {lookedAt ? (
        <p>
          {findingNote} <span className="quiet small">{instant(lookedAt)}</span>
        </p>
      ) : (
        <p className="quiet">{say("signals.notLooked")}</p>
      )}
      {sharedAt ? (
        <p>
          {say("signals.sharedBy", { who: sharedBy?.fullName ?? "", when: instant(sharedAt) })}{" "}
          {shareNote}
        </p>
      ) : null}
    </>
  );
}

function nameOf({ period, periodMonths }: Sheet): string {
  return periodName(period, periodMonths);
}

const SHEETS: Column<Sheet>[] = [
  {
    id: "person",
    title: say("signals.person"),
    isHeader: true,
    order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
    cell: (sheet) => <a href={`/inspector/sheet/${sheet.id}`}>{sheet.person.fullName}</a>,
  },
  { id: "month", title: say("signals.period"), cell: (sheet) => nameOf(sheet) },
  { id: "state", title: say("signals.sheet"), cell: ({ state }) => <SheetState state={state} /> },
  {
    id: "total",
    title: say("signals.total"),
    isNumber: true,
    order: (left, right) => Number(left.total ?? -1) - Number(right.total ?? -1),
    cell: ({ total }) => (total === null ? "—" : decimal(total, language())),
  },
  {
    id: "level",
    title: say("signals.level"),
    cell: ({ level }) => (level === null ? "—" : <LevelBadge level={level} />),
  },
  {
    id: "story",
    title: say("inspector.trail"),
    cell: (sheet) => (
      <a href={`/inspector/sheet/${sheet.id}/story`}>
        {say("inspector.story")}
        <span className="unseen">{` (${sheet.person.fullName}, ${nameOf(sheet)})`}</span>
      </a>
    ),
  },
];

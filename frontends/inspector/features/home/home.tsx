import { instant, today } from "@congtam/format";
import { InspectorHomeDocument, type InspectorHomeQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { signals } from "@congtam/i18n/catalogue/inspector-signals";
import { useAgency } from "@congtam/shared/agency";
import { monthsIn, type Quarters, spoken } from "@congtam/shared/period";
import { Loaded } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, type Column, DataTable, Nothing, Page } from "@congtam/ui";
import { Looking } from "./looking";

learn(signals);

type Count = InspectorHomeQuery["signalCounts"][number] & { id: string };
type Attempt = InspectorHomeQuery["refusedAttempts"][number];

/** The agency's periods with what was found in them, and what nobody has looked at yet. */
export default function Home() {
  const { agency } = useAgency();
  const quarters = agency?.quarterlyYears;
  const answer = useAnswer(InspectorHomeDocument, { agency: agency?.id ?? "" }, agency === null);
  return (
    <Page title={say("inspector.home")}>
      <Loaded answer={answer}>
        {(found) => (
          <>
            {found.agency?.mayLookForSignals ? (
              <Looking agency={found.agency.id} quarters={quarters} />
            ) : null}
            <Months
              counts={found.signalCounts.map((each) => ({ ...each, id: each.kind }))}
              quarters={quarters}
            />
            <Refused attempts={found.refusedAttempts} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Months({ counts, quarters }: { counts: Count[]; quarters: Quarters | undefined }) {
  if (counts.length === 0) {
    return (
      <Card>
        <Nothing title={say("signals.never")}>
          <p className="quiet">
            {say("signals.neverWhy", { months: monthsIn(today(), quarters) })}
          </p>
        </Nothing>
      </Card>
    );
  }
  return [...new Set(counts.map((each) => each.period))].map((period) => {
    const of = counts.filter((each) => each.period === period);
    const title = say("signals.ofMonth", spoken(period, monthsIn(period, quarters)));
    const waiting = of.reduce((sum, each) => sum + each.waiting, 0);
    return (
      <Card
        key={period}
        title={title}
        aside={
          <span className="row">
            {waiting > 0 ? (
              <Badge tone="warn">{say("signals.waitingMany", { count: waiting })}</Badge>
            ) : null}
            <ButtonLink size="small" href={`/inspector/signals/${period}`}>
              {say("signals.open")}
            </ButtonLink>
          </span>
        }
      >
        <DataTable label={title} columns={COLUMNS} rows={of} nothing={say("signals.never")} />
      </Card>
    );
  });
}

const COLUMNS: Column<Count>[] = [
  {
    id: "kind",
    title: say("signals.kind"),
    isHeader: true,
    cell: ({ kind, period }) => (
      <a href={`/inspector/signals/${period}/${kind}`}>{say(`signalKind.${kind}`)}</a>
    ),
  },
  { id: "found", title: say("signals.found"), isNumber: true, cell: ({ found }) => found },
  { id: "standing", title: say("signals.stands"), isNumber: true, cell: (each) => each.standing },
  { id: "waiting", title: say("signals.waiting"), isNumber: true, cell: (each) => each.waiting },
  { id: "looked", title: say("signals.looked"), isNumber: true, cell: (each) => each.lookedAt },
  { id: "shared", title: say("signals.shared"), isNumber: true, cell: (each) => each.shared },
  { id: "last", title: say("signals.last"), cell: ({ lastFoundAt }) => instant(lastFoundAt) },
];

function Refused({ attempts }: { attempts: Attempt[] }) {
  return (
    <Card
      title={say("inspector.attempts")}
      aside={
        attempts.length === 0 ? null : (
          <ButtonLink size="small" href="/inspector/attempts">
            {say("inspector.all")}
          </ButtonLink>
        )
      }
    >
      {attempts.length === 0 ? (
        <p className="quiet">{say("attempts.none")}</p>
      ) : (
        <ul className="plain">
          {attempts.map((each) => (
            <li className="told" key={`${each.actor?.id} ${each.deed} ${each.refusal}`}>
              <div className="stack-tight">
                <strong>{each.actor?.fullName ?? say("trail.nobody")}</strong>
                <span>
                  {each.deedName}
                  {": "}
                  {each.refusalText}
                </span>
              </div>
              <Badge tone="warn">{say("attempts.times", { count: each.times })}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

import {
  type SignalKind,
  SignalsOfMonthDocument,
  type SignalsOfMonthQuery,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { signals } from "@congtam/i18n/catalogue/inspector-signals";
import { useAgency } from "@congtam/shared/agency";
import { monthsIn, spoken } from "@congtam/shared/period";
import { go, Loaded, type Params, useCursor } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, Choice, Nothing, Page, Pager } from "@congtam/ui";
import { Found } from "./found";

learn(signals);

type Signal = SignalsOfMonthQuery["signalsOfAgency"]["nodes"][number];

const KINDS: SignalKind[] = [
  "IDENTICAL_SCORES",
  "EVERYONE_EXCELLENT",
  "LATE_BULK_SCORING",
  "BULK_ACCEPTANCE",
  "OUTLIER_QUANTITY",
  "SELF_EQUALS_HEAD",
  "HEAVY_PRODUCT",
];

/** What was found in one month or quarter, and what became of it. */
export default function Signals({ params }: { params: Params }) {
  const { agency } = useAgency();
  const period = params.period ?? "";
  const months = monthsIn(period, agency?.quarterlyYears);
  const kind = KINDS.find((each) => each === params.kind) ?? null;
  const { after, turns } = useCursor(`${agency?.id} ${period} ${kind}`);
  const answer = useAnswer(
    SignalsOfMonthDocument,
    { agency: agency?.id ?? "", period, kind, after },
    agency === null,
  );
  return (
    <Page
      title={say("signals.ofMonth", spoken(period, months))}
      actions={<ButtonLink href="/inspector/">{say("inspector.home")}</ButtonLink>}
    >
      <Card>
        <Choice
          label={say("signals.kind")}
          value={kind ?? ""}
          none={say("signals.everyKind")}
          options={KINDS.map((each) => ({ value: each, label: say(`signalKind.${each}`) }))}
          choose={(chosen) => go(`/inspector/signals/${period}${chosen ? `/${chosen}` : ""}`)}
        />
      </Card>
      <Loaded answer={answer}>
        {({ signalsOfAgency: { nodes, pageInfo } }) => (
          <Card>
            {nodes.length === 0 ? (
              <Nothing title={say("signals.none", { months })}>
                <a href="/inspector/">{say("inspector.home")}</a>
              </Nothing>
            ) : (
              <ul className="plain">
                {nodes.map((signal) => (
                  <Line key={signal.id} signal={signal} />
                ))}
              </ul>
            )}
            <Pager {...turns(pageInfo)} />
          </Card>
        )}
      </Loaded>
    </Page>
  );
}

function Line({ signal }: { signal: Signal }) {
  return (
    <li className="told">
      <div className="stack-tight">
        <h2>
          <a href={`/inspector/signal/${signal.id}`}>{say(`signalKind.${signal.kind}`)}</a>
        </h2>
        <p>{signal.says}</p>
        <span className="quiet small">
          {signal.unit.name}
          {signal.person ? ` · ${signal.person.fullName}` : null}
        </span>
      </div>
      <span className="row">
        {signal.goneAt ? <Badge>{say("signals.gone")}</Badge> : null}
        <Found finding={signal.finding} />
        {signal.sharedAt ? <Badge tone="info">{say("signals.isShared")}</Badge> : null}
      </span>
    </li>
  );
}

import { useAnswer, WaitingForMeDocument } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { waiting as texts } from "@congtam/i18n/catalogue/waiting";
import { useAgency } from "@congtam/shared/agency";
import { Loaded } from "@congtam/shared/shell";
import { Badge, Card, Loading, Nothing, Page } from "@congtam/ui";
import { type Waiting, waitingIn } from "./waiting";

learn(texts);

/** What waits for me, the most urgent first; each line leads to where it is done. */
export default function Home() {
  const { agency } = useAgency();
  return (
    <Page title={say("authority.home")}>
      {agency === null ? <Loading /> : <Asked key={agency.id} agency={agency.id} />}
    </Page>
  );
}

function Asked({ agency }: { agency: string }) {
  const answer = useAnswer(WaitingForMeDocument, { agency });
  return (
    <Loaded answer={answer}>
      {(found) => {
        const waiting = waitingIn(found);
        return (
          <Card title={say("waiting.title")}>
            {waiting.length === 0 ? (
              <Nothing title={say("waiting.nothing")}>
                <p className="quiet">{say("waiting.nothingWhy")}</p>
              </Nothing>
            ) : (
              <ul className="plain">
                {waiting.map((each) => (
                  <Line key={each.what} waiting={each} />
                ))}
              </ul>
            )}
          </Card>
        );
      }}
    </Loaded>
  );
}

function Line({ waiting }: { waiting: Waiting }) {
  return (
    <li className="told">
      <div className="stack-tight">
        <a href={waiting.path}>{say(waiting.what)}</a>
        {waiting.since === null ? null : <span className="quiet small">{waiting.since}</span>}
      </div>
      <Badge tone={waiting.isLate ? "bad" : "info"}>{waiting.count}</Badge>
    </li>
  );
}

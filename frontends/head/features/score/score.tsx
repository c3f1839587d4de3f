import { decimal } from "@congtam/format";
import { JudgingDocument, type JudgingQuery, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { headWork } from "@congtam/i18n/catalogue/head-work";
import { Absences } from "@congtam/shared/absence";
import { shiftPeriod, spoken } from "@congtam/shared/period";
import { LevelBadge, SheetState } from "@congtam/shared/sheet";
import { go, Loaded, type Params } from "@congtam/shared/shell";
import { useHere } from "@congtam/shared/unit";
import { ButtonLink, Card, Nothing, Page } from "@congtam/ui";
import { inTurn, nextAfter, type Sheet, waits } from "./draft";
import { Facts } from "./facts";
import { Form } from "./form";

learn(headWork);

/** One person after another: facts, own marks and the last ones beside the head's marks. */
export default function Score({ params }: { params: Params }) {
  const { unit = "", period = "" } = params;
  const { here } = useHere(params);
  const before = shiftPeriod(period, -1, here?.quarters);
  const answer = useAnswer(JudgingDocument, { unit, period, before });
  return (
    <Loaded isPage answer={answer}>
      {(found) => <Turn found={found} params={params} />}
    </Loaded>
  );
}

function Turn({ found, params }: { found: JudgingQuery; params: Params }) {
  const { unit = "", period = "" } = params;
  const turn = inTurn(found.now);
  const named = turn.find(({ id }) => id === params.sheet);
  const shown = named ?? turn.find(waits);
  const back = `/head/${unit}/${period}`;
  // Nobody else in the place of whoever is named: marks meant for one must not reach another.
  if (params.sheet !== undefined && !named) {
    return (
      <Nothing isPage title={say("shell.nowhere")}>
        <ButtonLink href="/head/">{say("shell.home")}</ButtonLink>
      </Nothing>
    );
  }
  if (!shown) {
    return (
      <Nothing isPage title={say("score.allDone")}>
        <ButtonLink kind="main" href={back}>
          {say("score.back")}
        </ButtonLink>
      </Nothing>
    );
  }
  const before = found.last.find(({ person }) => person.id === shown.person.id);
  const next = nextAfter(turn, shown.id);
  const goOn = () => go(next ? `${back}/score/${next.id}` : back);
  const left = turn.filter(waits).length;
  return (
    <Page
      title={shown.person.fullName}
      actions={
        <>
          <span className="quiet">{say("score.left", { count: left })}</span>
          {next ? (
            <ButtonLink href={`${back}/score/${next.id}`}>{say("score.skip")}</ButtonLink>
          ) : null}
          <ButtonLink href={back}>{say("score.back")}</ButtonLink>
        </>
      }
    >
      <div className="judging">
        <Form key={`${shown.id}.${shown.round}`} sheet={shown} before={before} goOn={goOn} />
        <div className="stack">
          <Card title={say("score.facts", spoken(period, shown.periodMonths))}>
            <Standing sheet={shown} />
            <Absences
              away={found.monthLoads.find(({ person }) => person?.id === shown.person.id)}
            />
            <Facts sheet={shown} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

function Standing({ sheet }: { sheet: Sheet }) {
  return (
    <div className="stack-tight">
      <div className="row">
        <SheetState state={sheet.state} />
        <span className="quiet small">{sheet.position?.name}</span>
        {sheet.total === null ? null : (
          <strong className="number">{decimal(sheet.total, language())}</strong>
        )}
        {sheet.level === null ? null : <LevelBadge level={sheet.level} />}
      </div>
      {sheet.selfComment ? <p>{say("score.selfComment", { text: sheet.selfComment })}</p> : null}
    </div>
  );
}

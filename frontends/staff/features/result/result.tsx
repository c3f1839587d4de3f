import { decimal, instant, month } from "@congtam/format";
import { MyResultDocument, type MyResultQuery, useAnswer } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { Explained, LevelBadge, SheetState } from "@congtam/shared/sheet";
import { Loaded, type Params } from "@congtam/shared/shell";
import { ButtonLink, Card, Fact, Facts, Nothing, Page } from "@congtam/ui";
import { Faults, Lines, Marks } from "./parts";

export type Sheet = NonNullable<MyResultQuery["sheet"]>;

/** My result, and how it came about. */
export function Result({ params }: { params: Params }) {
  const answer = useAnswer(MyResultDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ sheet }) =>
        sheet === null ? <Nothing isPage title={say("shell.nowhere")} /> : <Shown sheet={sheet} />
      }
    </Loaded>
  );
}

function Shown({ sheet }: { sheet: Sheet }) {
  const title = say("result.title", { month: month(sheet.period) });
  if (sheet.explanation === null || sheet.level === null) {
    return (
      <Page title={title}>
        <Card>
          <Nothing title={say("result.notYet")}>
            <SheetState state={sheet.state} />
            <p className="quiet">{say("result.notYetWhy", { unit: sheet.scoringUnit.name })}</p>
          </Nothing>
        </Card>
      </Page>
    );
  }
  return (
    <Page
      title={title}
      actions={
        sheet.mayPetition ? (
          <ButtonLink href={`/staff/result/${sheet.id}/petition`}>
            {say("result.petition")}
          </ButtonLink>
        ) : null
      }
    >
      <Total sheet={sheet} />
      <Card title={say("result.how")}>
        <Explained explanation={sheet.explanation} />
      </Card>
      <Card title={say("result.marks")}>
        <Marks sheet={sheet} />
        {sheet.headComment ? <p>{say("result.comment", { text: sheet.headComment })}</p> : null}
      </Card>
      <Card title={say("result.lines")}>
        <Lines sheet={sheet} />
        <Faults sheet={sheet} />
      </Card>
    </Page>
  );
}

function Total({ sheet }: { sheet: Sheet }) {
  const shares = [
    ["result.a", sheet.quantity],
    ["result.b", sheet.quality],
    ["result.c", sheet.progress],
    ["result.d", sheet.unitResult],
    ["result.dd", sheet.organising],
    ["result.e", sheet.unity],
  ] as const;
  return (
    <Card>
      <div className="row spread">
        <div className="row">
          <span className="figure">{sheet.total === null ? "—" : shown(sheet.total)}</span>
          <div className="stack-tight">
            <span className="quiet small">{say("result.of100")}</span>
            <span>{sheet.level ? <LevelBadge level={sheet.level} /> : null}</span>
          </div>
        </div>
        <span className="quiet small">
          {sheet.releasedAt ? say("result.released", { when: instant(sheet.releasedAt) }) : null}
        </span>
      </div>
      <Facts>
        {sheet.general === null ? null : (
          <Fact name={say("result.general")}>{shown(sheet.general)}</Fact>
        )}
        {sheet.results === null ? null : (
          <Fact name={say("result.results")}>{shown(sheet.results)}</Fact>
        )}
        {shares.map(([key, value]) =>
          value === null ? null : (
            <Fact key={key} name={say(key)}>
              {shown(value)}
            </Fact>
          ),
        )}
        {sheet.rawTotal === null || sheet.rawTotal === sheet.total ? null : (
          <Fact name={say("result.raw")}>{shown(sheet.rawTotal)}</Fact>
        )}
      </Facts>
    </Card>
  );
}

function shown(exact: string): string {
  return decimal(exact, language());
}

import { MyResultDocument, type MyResultQuery, useAnswer } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { spoken } from "@congtam/shared/period";
import { Explained, Faults, Lines, Marks, SheetState, Total } from "@congtam/shared/sheet";
import { Loaded, type Params } from "@congtam/shared/shell";
import { ButtonLink, Card, Nothing, Page } from "@congtam/ui";

type Sheet = NonNullable<MyResultQuery["sheet"]>;

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
  const title = say("result.title", spoken(sheet.period, sheet.periodMonths));
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

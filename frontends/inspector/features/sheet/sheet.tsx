import { instant } from "@congtam/format";
import { InspectedSheetDocument, type InspectedSheetQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { people } from "@congtam/i18n/catalogue/inspector-people";
import { spoken } from "@congtam/shared/period";
import { Explained, Faults, Lines, Marks, SheetState, Total } from "@congtam/shared/sheet";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, Fact, Facts, Nothing, Page } from "@congtam/ui";

learn(people);

type Sheet = NonNullable<InspectedSheetQuery["sheet"]>;
type Petition = InspectedSheetQuery["petitionsOfSheet"]["nodes"][number];

/** One sheet: lines, facts, marks, and how its number came about. Nothing can be done with it. */
export default function OneSheet({ params }: { params: Params }) {
  const answer = useAnswer(InspectedSheetDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ sheet, petitionsOfSheet }) =>
        sheet === null ? (
          <Nothing isPage title={say("shell.nowhere")}>
            <a href="/inspector/people">{say("inspector.people")}</a>
          </Nothing>
        ) : (
          <Shown sheet={sheet} petitions={petitionsOfSheet.nodes} />
        )
      }
    </Loaded>
  );
}

function Shown({ sheet, petitions }: { sheet: Sheet; petitions: Petition[] }) {
  const { person, period } = sheet;
  return (
    <Page
      title={say("people.sheetOf", { who: person.fullName, ...spoken(period, sheet.periodMonths) })}
      actions={
        <ButtonLink kind="main" href={`/inspector/sheet/${sheet.id}/story`}>
          {say("inspector.story")}
        </ButtonLink>
      }
    >
      <Card>
        <Facts>
          <Fact name={say("people.name")}>
            <a href={`/inspector/people/${person.id}`}>{person.fullName}</a>
          </Fact>
          <Fact name={say("people.unit")}>{sheet.unit.name}</Fact>
          <Fact name={say("people.scoredIn")}>{sheet.scoringUnit.name}</Fact>
          <Fact name={say("people.sheet")}>
            <SheetState state={sheet.state} />
          </Fact>
          <Fact name={say("people.round")}>{sheet.round}</Fact>
        </Facts>
      </Card>
      {sheet.level === null ? null : <Total sheet={sheet} />}
      <Card title={say("people.how")}>
        {sheet.explanation === null ? (
          <p className="quiet">{say("people.notScored")}</p>
        ) : (
          <Explained explanation={sheet.explanation} />
        )}
      </Card>
      <Card title={say("result.marks")}>
        <Marks sheet={sheet} />
        <Said sheet={sheet} />
      </Card>
      <Card title={say("result.lines")}>
        <Lines sheet={sheet} />
        <Faults sheet={sheet} />
      </Card>
      {petitions.length === 0 ? null : <Petitions petitions={petitions} />}
    </Page>
  );
}

function Said({ sheet }: { sheet: Sheet }) {
  const said = [
    ["people.selfComment", sheet.selfComment],
    ["people.headComment", sheet.headComment],
    ["people.organising", sheet.organisingReason],
    ["people.unity", sheet.unityReason],
  ] as const;
  return said.map(([key, text]) => (text ? <p key={key}>{say(key, { text })}</p> : null));
}

function Petitions({ petitions }: { petitions: Petition[] }) {
  return (
    <Card title={say("people.petitions")}>
      <ul className="plain">
        {petitions.map(({ id, state, filedAt }) => (
          <li key={id} className="row">
            <a href={`/inspector/story/${id}`}>{instant(filedAt)}</a>
            <Badge>{say(`petition.${state}`)}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

import { day, decimal } from "@congtam/format";
import {
  SaveSelfDraftDocument,
  SelfAssessDocument,
  SelfSheetDocument,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { spoken } from "@congtam/shared/period";
import { SheetState } from "@congtam/shared/sheet";
import { go, Loaded, type Params, useDrafts, useTold } from "@congtam/shared/shell";
import {
  Button,
  ButtonLink,
  Card,
  Confirm,
  LongTextField,
  MarkField,
  Nothing,
  Notice,
  Page,
} from "@congtam/ui";
import { useState } from "react";
import { begun, type Draft, filled, type Sheet, sent, unfinished } from "./marks";

/** The self-assessment: ten criteria on one page. */
export function SelfAssessment({ params }: { params: Params }) {
  const answer = useAnswer(SelfSheetDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ sheet }) =>
        sheet === null ? (
          <Nothing isPage title={say("shell.nowhere")} />
        ) : sheet.allowedActions.includes("SelfAssess") ? (
          <Form sheet={sheet} />
        ) : (
          <Submitted sheet={sheet} />
        )
      }
    </Loaded>
  );
}

function Submitted({ sheet }: { sheet: Sheet }) {
  return (
    <Page title={say("self.title", spoken(sheet.period, sheet.periodMonths))}>
      <Card>
        <div className="row">
          <SheetState state={sheet.state} />
        </div>
        <p>
          {say(sheet.window.state === "NOT_OPEN" ? "self.notOpen" : "self.submitted", {
            unit: sheet.scoringUnit.name,
            day: day(sheet.window.opensOn),
            months: sheet.periodMonths,
          })}
        </p>
        <div className="row">
          <ButtonLink href={`/staff/month/${sheet.period}`}>
            {say("self.back", { months: sheet.periodMonths })}
          </ButtonLink>
        </div>
      </Card>
    </Page>
  );
}

function Form({ sheet }: { sheet: Sheet }) {
  const title = say("self.title", spoken(sheet.period, sheet.periodMonths));
  const [kept, keep, forget] = useDrafts<Draft>(`self.${sheet.id}`);
  const [asking, ask] = useState(false);
  const [tried, setTried] = useState(false);
  const saving = useTold(useDeed(SaveSelfDraftDocument, title), say("self.saved"));
  const sending = useTold(useDeed(SelfAssessDocument, title), say("self.sent"));
  const draft = kept?.round === sheet.round ? kept : begun(sheet);
  const missing = unfinished(draft, sheet.criteria);
  const variables = {
    sheet: sheet.id,
    version: sheet.version,
    marks: sent(draft),
    comment: draft.comment,
  };
  const save = async () => {
    setTried(true);
    if (missing.length > 0) return;
    const outcome = await saving.act(variables);
    if (outcome.did === "done") forget();
  };
  const send = async () => {
    ask(false);
    const outcome = await sending.act(variables);
    if (outcome.did === "done") {
      forget();
      go(`/staff/month/${sheet.period}`);
    }
  };
  const refusal = sending.refusal ?? saving.refusal;
  return (
    <Page title={title}>
      <Returned sheet={sheet} />
      {refusal ? (
        <Notice tone="bad">
          <p role="alert">{refusal.message}</p>
        </Notice>
      ) : null}
      <Card
        title={say("self.criteria")}
        aside={
          <Button size="small" onPress={() => keep(filled(draft, sheet.criteria))}>
            {say("self.fill")}
          </Button>
        }
      >
        <p className="quiet small">{say("self.how")}</p>
        <Criteria sheet={sheet} draft={draft} keep={keep} />
        <LongTextField
          label={say("self.comment")}
          value={draft.comment}
          onChange={(comment) => keep({ ...draft, comment })}
        />
        {tried && missing.length > 0 ? (
          <p role="alert" className="missing">
            {say("self.missing", { codes: missing.map(({ code }) => code).join(", ") })}
          </p>
        ) : null}
        <div className="row spread">
          <span className="quiet small">{kept ? say("self.keptHere") : null}</span>
          <div className="row">
            <Button isPending={saving.pending} onPress={save}>
              {say("self.save")}
            </Button>
            <Button
              kind="main"
              isPending={sending.pending}
              onPress={() => {
                setTried(true);
                if (missing.length === 0) ask(true);
              }}
            >
              {say("self.send")}
            </Button>
          </div>
        </div>
      </Card>
      {asking ? (
        <Confirm
          title={say("self.sure")}
          confirm={say("self.send")}
          act={send}
          close={() => ask(false)}
        >
          <p>{say("self.sureWhy", { unit: sheet.scoringUnit.name })}</p>
        </Confirm>
      ) : null}
    </Page>
  );
}

/** Why the head returned what I had submitted. */
function Returned({ sheet }: { sheet: Sheet }) {
  const last = sheet.selfAssessments.filter((each) => each.returnedReason).at(-1);
  if (!last?.returnedReason || last.round !== sheet.round - 1) return null;
  return (
    <Notice tone="warn">
      <p>{say("self.returned", { why: last.returnedReason })}</p>
    </Notice>
  );
}

function Criteria({
  sheet,
  draft,
  keep,
}: {
  sheet: Sheet;
  draft: Draft;
  keep: (draft: Draft) => void;
}) {
  return (
    <ol className="plain criteria">
      {sheet.criteria.map((criterion, place) => (
        <li key={criterion.code} className="criterion">
          <span className="criterion-name">
            <strong>{criterion.code}</strong> {criterion.name}
          </span>
          <span className="criterion-mark">
            <MarkField
              label={say("self.markOf", { code: criterion.code, name: criterion.name })}
              value={draft.marks[criterion.code] ?? ""}
              most={criterion.most}
              onChange={(points) =>
                keep({ ...draft, marks: { ...draft.marks, [criterion.code]: points } })
              }
              autoFocus={place === 0}
            />
            <span className="quiet number">
              {say("self.most", { most: decimal(criterion.most, language()) })}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

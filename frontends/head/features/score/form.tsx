import { ScoreSheetDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Button, Card, LongTextField, Notice } from "@congtam/ui";
import type { KeyboardEvent } from "react";
import { type Before, begun, type Draft, leadershipOf, marksOf, type Sheet } from "./draft";
import { Leadership } from "./leadership";
import { Marks } from "./marks";

/** The head's judgement of one person. Enter scores it and goes on to the next: one key where nothing
 * is disputed. */
export function Form({
  sheet,
  before,
  goOn,
}: {
  sheet: Sheet;
  before: Before | undefined;
  goOn: () => void;
}) {
  const [kept, keep, forget] = useDrafts<Draft>(`score.${sheet.id}.${sheet.round}`);
  const label = say("score.label", { who: sheet.person.fullName });
  const { act, pending, refusal } = useTold(useDeed(ScoreSheetDocument, label), null);
  const draft = kept ?? begun(sheet, before);
  const change = (changes: Partial<Draft>) => keep({ ...draft, ...changes });
  const may = sheet.allowedActions.includes("ScoreSheet") && sheet.state !== "OPEN";
  const send = async () => {
    if (!may || pending) return;
    const outcome = await act({
      sheet: sheet.id,
      version: sheet.version,
      marks: marksOf(draft),
      comment: draft.comment,
      leadership: leadershipOf(sheet, draft),
    });
    if (outcome.did === "done" || outcome.did === "parked") forget();
    if (outcome.did === "done") goOn();
  };
  const onEnter = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.key !== "Enter" || target.tagName !== "INPUT") return;
    event.preventDefault();
    void send();
  };
  return (
    // Enter in any of its fields is what its main button does.
    // biome-ignore lint/a11y/noStaticElementInteractions: the button stands beneath
    <div className="stack" onKeyDown={onEnter}>
      {refusal ? (
        <Notice tone="bad">
          <p role="alert">{refusal.message}</p>
        </Notice>
      ) : null}
      {may ? null : <Notice tone="warn">{say(`score.not${sheet.state}`)}</Notice>}
      <Card
        title={say("result.marks")}
        aside={
          may ? (
            <Button kind="main" autoFocus isPending={pending} onPress={send}>
              {say("score.send")}
            </Button>
          ) : null
        }
      >
        <p className="quiet small">{say("score.how")}</p>
        <Marks sheet={sheet} before={before} draft={draft} change={change} />
        {sheet.role === "LEADER" ? (
          <Leadership
            draft={draft}
            change={change}
            asksUnitResult={refusal?.code === "UNIT_RESULT_TO_CHOOSE" || draft.unitResult !== ""}
          />
        ) : null}
        <LongTextField
          label={say("score.comment")}
          value={draft.comment}
          onChange={(comment) => change({ comment })}
        />
      </Card>
    </div>
  );
}

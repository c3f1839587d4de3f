import { decimal, lastOfMonth, shiftMonth } from "@congtam/format";
import {
  ApplyDeductionDocument,
  RemoveDeductionDocument,
  ScalesDocument,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { Loaded, useDrafts, useTold } from "@congtam/shared/shell";
import {
  Button,
  Choice,
  Dialog,
  LongTextField,
  ReasonDialog,
  Refused,
  TextField,
} from "@congtam/ui";
import { useState } from "react";
import type { Sheet } from "./draft";

type Deduction = Sheet["deductions"][number];

/** What was taken off a criterion by the agency's scale, and the ways to take more or give back. */
export function Deductions({ sheet, criterion }: { sheet: Sheet; criterion: string }) {
  const [asking, ask] = useState(false);
  const [removed, remove] = useState<Deduction | null>(null);
  const may = sheet.allowedActions.includes("ApplyDeduction");
  const mine = sheet.deductions.filter((each) => each.criterion === criterion);
  if (!may && mine.length === 0) return null;
  return (
    <>
      {mine.map((each) => (
        <span key={each.id} className="row small">
          {say("deduct.taken", {
            points: decimal(each.points, language()),
            times: each.times,
            reason: each.reason,
          })}
          {may ? (
            <Button
              size="small"
              kind="quiet"
              aria-label={say("deduct.removeOf", { criterion })}
              onPress={() => remove(each)}
            >
              {say("deduct.remove")}
            </Button>
          ) : null}
        </span>
      ))}
      {may ? (
        <Button
          size="small"
          kind="quiet"
          aria-label={say("deduct.applyTo", { criterion })}
          onPress={() => ask(true)}
        >
          {say("deduct.apply")}
        </Button>
      ) : null}
      {asking ? <Applying sheet={sheet} criterion={criterion} close={() => ask(false)} /> : null}
      {removed === null ? null : (
        <Removing sheet={sheet} deduction={removed} close={() => remove(null)} />
      )}
    </>
  );
}

interface Draft {
  scale: string;
  times: string;
  reason: string;
  paper: string;
}

const NOTHING: Draft = { scale: "", times: "1", reason: "", paper: "" };

function Applying({
  sheet,
  criterion,
  close,
}: {
  sheet: Sheet;
  criterion: string;
  close: () => void;
}) {
  const on = lastOfMonth(shiftMonth(sheet.period, sheet.periodMonths - 1));
  const answer = useAnswer(ScalesDocument, { agency: sheet.agency.id, on });
  const [kept, keep, forget] = useDrafts<Draft>(`deduct.${sheet.id}.${criterion}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(ApplyDeductionDocument, say("deduct.applyTo", { criterion })),
    say("deduct.applied"),
  );
  const draft = kept ?? NOTHING;
  const change = (changes: Partial<Draft>) => keep({ ...draft, ...changes });
  const times = /^[1-9]\d?$/.test(draft.times.trim()) ? Number(draft.times) : null;
  const send = async () => {
    setTried(true);
    const { scale, paper } = draft;
    if (scale === "" || times === null || draft.reason.trim() === "") return;
    const reason =
      paper.trim() === ""
        ? draft.reason.trim()
        : say("deduct.withPaper", { reason: draft.reason.trim(), paper: paper.trim() });
    const outcome = await act({ sheet: sheet.id, version: sheet.version, scale, times, reason });
    if (outcome.did !== "done" && outcome.did !== "parked") return;
    forget();
    close();
  };
  return (
    <Dialog title={say("deduct.title", { criterion })} close={close}>
      <Refused message={refusal?.message} />
      <Loaded answer={answer}>
        {({ deductionScales: { nodes } }) => (
          <Choice
            label={say("deduct.scale")}
            none={say("ui.choose")}
            value={draft.scale}
            options={nodes
              .filter((each) => each.criterion === criterion)
              .map((each) => ({
                value: each.id,
                label: say("deduct.scaleOf", {
                  reason: each.reason,
                  each: decimal(each.pointsEach, language()),
                  most: decimal(each.atMost, language()),
                }),
              }))}
            choose={(scale) => change({ scale })}
            wrong={tried && draft.scale === "" ? say("deduct.noScale") : undefined}
          />
        )}
      </Loaded>
      <TextField
        label={say("deduct.times")}
        value={draft.times}
        onChange={(typed) => change({ times: typed })}
        wrong={times === null ? say("deduct.timesWrong") : undefined}
      />
      <LongTextField
        label={say("ui.reason")}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        wrong={tried && draft.reason.trim() === "" ? say("ui.reasonMissing") : undefined}
      />
      <TextField
        label={say("deduct.paper")}
        value={draft.paper}
        onChange={(paper) => change({ paper })}
      />
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={pending} onPress={send}>
          {say("deduct.apply")}
        </Button>
      </div>
    </Dialog>
  );
}

function Removing({
  sheet,
  deduction,
  close,
}: {
  sheet: Sheet;
  deduction: Deduction;
  close: () => void;
}) {
  const { act, pending, refusal } = useTold(
    useDeed(RemoveDeductionDocument, say("deduct.remove")),
    say("deduct.removed"),
  );
  const send = async (reason: string) => {
    const outcome = await act({ deduction: deduction.id, version: sheet.version, reason });
    if (outcome.did === "done" || outcome.did === "parked") close();
  };
  return (
    <ReasonDialog
      title={say("deduct.removeOf", { criterion: deduction.criterion })}
      confirm={say("deduct.remove")}
      pending={pending}
      refused={refusal?.message}
      act={send}
      close={close}
    >
      <p>{deduction.reason}</p>
    </ReasonDialog>
  );
}

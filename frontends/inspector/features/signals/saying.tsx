import { type Finding, MarkSignalDocument, ShareSignalDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Button, Choice, LongTextField, Notice } from "@congtam/ui";
import { type ReactNode, useState } from "react";
import type { Signal } from "./signal-answer";

const FINDINGS: Finding[] = ["EXPLAINED", "TO_BE_EXAMINED", "CONFIRMED"];
const MOST = 2_000;

interface Mark {
  finding: Finding | "";
  note: string;
}

/** Say what was found when looking; it changes no score. */
export function Marking({ signal }: { signal: Signal }) {
  const [draft, keep, forget] = useDrafts<Mark>(`signal.${signal.id}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(MarkSignalDocument, say("signals.mark")),
    say("signals.marked"),
  );
  const { finding, note } = draft ?? { finding: signal.finding ?? "", note: "" };
  const send = async () => {
    setTried(true);
    if (finding === "" || note.trim() === "") return;
    const outcome = await act({ id: signal.id, version: signal.version, finding, note });
    if (outcome.did !== "done") return;
    forget();
    setTried(false);
  };
  return (
    <Form title={say("signals.mark")} refusal={refusal?.message}>
      <Choice
        label={say("signals.finding")}
        value={finding}
        none={say("signals.choose")}
        options={FINDINGS.map((each) => ({ value: each, label: say(`finding.${each}`) }))}
        choose={(chosen) => keep({ finding: chosen, note })}
        wrong={tried && finding === "" ? say("signals.findingMissing") : undefined}
      />
      <LongTextField
        label={say("signals.note")}
        value={note}
        onChange={(text) => keep({ finding, note: text })}
        wrong={tried && note.trim() === "" ? say("signals.noteMissing") : undefined}
        maxLength={MOST}
      />
      <div className="row">
        <Button isPending={pending} onPress={send}>
          {say("signals.mark")}
        </Button>
      </div>
    </Form>
  );
}

/** Show the signal to the head of the unit, with a note. */
export function Sharing({ signal }: { signal: Signal }) {
  const [draft, keep, forget] = useDrafts<string>(`signal.share.${signal.id}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(ShareSignalDocument, say("signals.share1")),
    say("signals.sharedNow"),
  );
  const note = draft ?? "";
  const send = async () => {
    setTried(true);
    if (note.trim() === "") return;
    const outcome = await act({ id: signal.id, version: signal.version, note });
    if (outcome.did === "done") forget();
  };
  return (
    <Form title={say("signals.share1")} refusal={refusal?.message}>
      <LongTextField
        label={say("signals.shareNote")}
        help={say("signals.shareHelp", { unit: signal.unit.name })}
        value={note}
        onChange={keep}
        wrong={tried && note.trim() === "" ? say("signals.noteMissing") : undefined}
        maxLength={MOST}
      />
      <div className="row">
        <Button isPending={pending} onPress={send}>
          {say("signals.share1")}
        </Button>
      </div>
    </Form>
  );
}

function Form({
  title,
  refusal,
  children,
}: {
  title: string;
  refusal: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="stack">
      <h3>{title}</h3>
      {refusal === undefined ? null : (
        <Notice tone="bad">
          <p role="alert">{refusal}</p>
        </Notice>
      )}
      {children}
    </div>
  );
}

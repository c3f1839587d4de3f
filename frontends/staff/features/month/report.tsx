import { compareDecimals, decimal, parseDecimal } from "@congtam/format";
import { DeliverWorkDocument, type EvidenceInput, newId, useDeed } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Button, Dialog, FileButton, Icon, LongTextField, Notice, TextField } from "@congtam/ui";
import { useState } from "react";
import { canHash, ofFile, ofLink } from "./evidence";
import { type Line, outstanding } from "./standing";

interface Draft {
  /** Made here, so that the same report sent again is one delivery. */
  id: string;
  quantity: string;
  note: string;
  link: string;
  evidence: EvidenceInput[];
}

/** Report work as done: what is still to do is filled in, so that one press sends it. */
export function Report({ line, close }: { line: Line; close: () => void }) {
  const [kept, keep, forget] = useDrafts<Draft>(`report.${line.id}`);
  const [fresh] = useState(newId);
  const label = say("report.label", { what: line.product.name });
  const { act, pending, refusal } = useTold(
    useDeed(DeliverWorkDocument, label),
    say("report.sent"),
  );
  const left = outstanding(line);
  const draft = kept ?? {
    id: fresh,
    quantity: decimal(left, language()),
    note: "",
    link: "",
    evidence: [],
  };
  const change = (changes: Partial<Draft>) => keep({ ...draft, ...changes });
  const quantity = parseDecimal(draft.quantity, language());
  const linked = draft.link.trim() === "" ? null : ofLink(draft.link);
  const wrongLink = draft.link.trim() !== "" && linked === null;
  const wrongQuantity = quantity === null || compareDecimals(quantity, "0") <= 0;
  const send = async () => {
    if (wrongQuantity || wrongLink) return;
    const outcome = await act({
      id: draft.id,
      line: line.id,
      quantity,
      note: draft.note,
      evidence: linked ? [...draft.evidence, linked] : draft.evidence,
    });
    if (outcome.did === "done" || outcome.did === "parked") {
      forget();
      close();
    }
  };
  return (
    <Dialog title={say("report.title")} close={close}>
      <p>
        {line.product.name} <span className="quiet small">{line.product.code}</span>
      </p>
      {refusal ? (
        <Notice tone="bad">
          <p role="alert">{refusal.message}</p>
        </Notice>
      ) : null}
      <TextField
        label={say("report.link")}
        value={draft.link}
        onChange={(link) => change({ link })}
        placeholder="https://"
        wrong={wrongLink ? say("report.linkWrong") : undefined}
        autoFocus
      />
      {canHash() ? <Files draft={draft} change={change} /> : null}
      <TextField
        label={say("report.quantity", { left: decimal(left, language()) })}
        value={draft.quantity}
        onChange={(typed) => change({ quantity: typed })}
        wrong={wrongQuantity ? say("report.quantityWrong") : undefined}
      />
      <LongTextField
        label={say("report.note")}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
      <div className="dialog-actions">
        <Button onPress={close}>{say("ui.cancel")}</Button>
        <Button kind="main" isPending={pending} onPress={send}>
          {say("report.send")}
        </Button>
      </div>
    </Dialog>
  );
}

/** Files as evidence: only their name and fingerprint leave this machine. */
function Files({ draft, change }: { draft: Draft; change: (changes: Partial<Draft>) => void }) {
  const add = async (files: File[]) => {
    const added = await Promise.all(files.map(ofFile));
    change({ evidence: [...draft.evidence, ...added] });
  };
  const without = (gone: EvidenceInput) =>
    change({ evidence: draft.evidence.filter((each) => each !== gone) });
  return (
    <div className="stack-tight">
      <div className="row">
        <FileButton label={say("report.addFile")} many choose={add} />
        <span className="quiet small">{say("report.fileStays")}</span>
      </div>
      {draft.evidence.map((each) => (
        <div key={each.sha256} className="row spread">
          <span>{each.name}</span>
          <Button
            size="small"
            kind="quiet"
            aria-label={say("report.removeFile", { name: each.name })}
            onPress={() => without(each)}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
    </div>
  );
}

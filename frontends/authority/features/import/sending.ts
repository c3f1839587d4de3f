import { sendForm, useGraph } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { useState } from "react";

export type Outcome = "created" | "updated" | "unchanged" | "rejected";

export interface Verdict {
  place: string;
  key: string;
  outcome: Outcome;
  code: string | null;
  field: string | null;
  message: string | null;
}

/** What the gateway tells of an import, tried or done. */
export interface Report {
  kind: string;
  file: string;
  dryRun: boolean;
  /** When this very file was imported already: nothing was done again. */
  appliedBefore: string | null;
  passedOver: Record<string, number>;
  outcomes: Record<Outcome, number>;
  verdicts: Verdict[];
}

interface How {
  dryRun: boolean;
  again?: boolean;
}

/** Send a file as one of a kind, and what has become of it. */
export function useImport(agency: string) {
  const graph = useGraph();
  const [report, tell] = useState<Report | null>(null);
  const [problem, complain] = useState<string | null>(null);
  const [pending, wait] = useState(false);
  const send = async (kind: string, file: File, { dryRun, again = false }: How) => {
    const form = new FormData();
    form.set("agency", agency);
    form.set("dryRun", String(dryRun));
    form.set("again", String(again));
    form.set("file", file);
    wait(true);
    const sent = await sendForm<Report>(graph.watch, `/imports/${kind}`, form);
    wait(false);
    tell(sent.did === "done" ? sent.result : null);
    if (sent.did === "done") complain(null);
    else if (sent.did === "refused") complain(sent.message);
    else complain(say("shell.notSent", { code: sent.code }));
    if (sent.did === "done" && !dryRun) void graph.changes.announce();
  };
  const forget = () => {
    tell(null);
    complain(null);
  };
  return { report, problem, pending, send, forget };
}

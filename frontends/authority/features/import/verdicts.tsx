import { instant } from "@congtam/format";
import { say } from "@congtam/i18n";
import { Badge, Button, Card, type Column, DataTable, Notice, Tiles, type Tone } from "@congtam/ui";
import { useState } from "react";
import type { Outcome, Report, Verdict } from "./sending";

const ORDER: readonly Outcome[] = ["rejected", "created", "updated", "unchanged"];
const TONES: Record<Outcome, Tone> = {
  rejected: "bad",
  created: "good",
  updated: "info",
  unchanged: "plain",
};

interface Row extends Verdict {
  id: string;
}

/** What would become of each row, or what has become of it; those that are refused first. */
export function Verdicts({ report, again }: { report: Report; again: (() => void) | null }) {
  const [only, choose] = useState<Outcome | null>(null);
  const rows: Row[] = report.verdicts
    .map((each, place) => ({ ...each, id: String(place) }))
    .sort((left, right) => ORDER.indexOf(left.outcome) - ORDER.indexOf(right.outcome));
  const passed = Object.values(report.passedOver).reduce((sum, count) => sum + count, 0);
  return (
    <Card title={say(report.dryRun ? "import.tried" : "import.done", { file: report.file })}>
      <Told report={report} again={again} />
      <Tiles
        label={say("import.filter")}
        tiles={ORDER.filter((each) => report.outcomes[each] > 0).map((each) => ({
          name: each,
          label: say(`import.outcome.${each}`),
          count: report.outcomes[each],
        }))}
        chosen={only}
        choose={choose}
      />
      <DataTable
        label={say("import.rows")}
        columns={columns()}
        rows={only === null ? rows : rows.filter(({ outcome }) => outcome === only)}
        nothing={say("import.noRows")}
        searched={({ place, key, message }) => `${place} ${key} ${message ?? ""}`}
      />
      {passed === 0 ? null : (
        <p className="quiet small">{say("import.passedOver", { count: passed })}</p>
      )}
    </Card>
  );
}

function Told({ report, again }: { report: Report; again: (() => void) | null }) {
  if (report.appliedBefore !== null) {
    return (
      <Notice tone="warn">
        <p>{say("import.before", { when: instant(report.appliedBefore) })}</p>
        {again === null ? null : (
          <div className="row">
            <Button size="small" onPress={again}>
              {say("import.again")}
            </Button>
          </div>
        )}
      </Notice>
    );
  }
  const bad = report.outcomes.rejected;
  const said = report.dryRun ? "import.nothingWritten" : "import.written";
  return (
    <Notice tone={report.dryRun ? "info" : bad > 0 ? "warn" : "good"}>
      <p role="status">{say(said)}</p>
      {bad === 0 ? null : <p>{say("import.badRows", { count: bad })}</p>}
    </Notice>
  );
}

function columns(): Column<Row>[] {
  return [
    { id: "place", title: say("import.place"), cell: ({ place }) => place },
    { id: "key", title: say("import.key"), isHeader: true, cell: ({ key }) => key || "—" },
    {
      id: "outcome",
      title: say("import.verdict"),
      cell: ({ outcome }) => (
        <Badge tone={TONES[outcome]}>{say(`import.outcome.${outcome}`)}</Badge>
      ),
    },
    {
      id: "message",
      title: say("import.why"),
      cell: ({ message, code, field }) =>
        message === null ? null : (
          <div className="stack-tight">
            <span>{message}</span>
            <span className="quiet small">{[code, field].filter(Boolean).join(" · ")}</span>
          </div>
        ),
    },
  ];
}

import { say } from "@congtam/i18n";
import { Badge, type Column, DataTable } from "@congtam/ui";
import type { Told } from "./preview-answer";

const GOING_ON: readonly string[] = ["POSTING_CONTINUED", "MANDATE_CONTINUED", "UNIT_PLACED"];

interface Row {
  id: string;
  what: string;
  step: string;
  place: string;
  done: boolean;
  message: string | null;
}

/** What becomes of each row; those that are refused first, with why. */
export function Verdicts({
  verdicts,
  names,
  places,
}: {
  verdicts: Told["verdicts"];
  names: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, string>;
}) {
  const rows: Row[] = verdicts
    .map((each, place) => ({
      id: String(place),
      what: names.get(each.subject) ?? say("reorganise.later"),
      step: say(`reorganise.step.${each.step}`),
      place: GOING_ON.includes(each.step) ? (places.get(each.subject) ?? "") : "",
      done: each.done,
      message: each.message,
    }))
    .sort((left, right) => Number(left.done) - Number(right.done));
  return (
    <DataTable
      label={say("reorganise.verdicts")}
      columns={columns()}
      rows={rows}
      nothing={say("reorganise.nothing")}
      searched={({ what, step, place }) => `${what} ${step} ${place}`}
      pageSize={50}
    />
  );
}

function Changed({ step, place }: Row) {
  return (
    <div className="stack-tight">
      <span>{step}</span>
      {place === "" ? null : <span className="quiet small">{place}</span>}
    </div>
  );
}

function columns(): Column<Row>[] {
  return [
    { id: "what", title: say("reorganise.what"), isHeader: true, cell: ({ what }) => what },
    { id: "step", title: say("reorganise.change"), cell: Changed },
    {
      id: "done",
      title: say("reorganise.verdict"),
      cell: ({ done, message }) => (
        <div className="stack-tight">
          <Badge tone={done ? "good" : "bad"}>
            {say(done ? "reorganise.can" : "reorganise.cannot")}
          </Badge>
          {message === null ? null : <span>{message}</span>}
        </div>
      ),
    },
  ];
}

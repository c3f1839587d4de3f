import { parseDecimal, shiftPoint } from "@congtam/format";
import { DecideRecognitionDocument, type Level, useDeed } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { Asked, noPaper, type Paper, PaperFields, paperOf } from "@congtam/shared/deeds";
import { LevelBadge } from "@congtam/shared/sheet";
import { useDrafts, useTold } from "@congtam/shared/shell";
import { Check, type Column, DataTable, LongTextField, Notice, TextField } from "@congtam/ui";
import { useState } from "react";
import type { Round } from "./organisations-answer";

type Review = Round["reviews"][number];

interface Typed {
  /** Those above the line who are not to be excellent. */
  left: string[];
  reason: string;
  paper: Paper;
  percent: string;
  granted: Paper;
  grantedWhy: string;
}

const NOTHING: Typed = {
  left: [],
  reason: "",
  paper: noPaper,
  percent: "",
  granted: noPaper,
  grantedWhy: "",
};

/** The whole closed set at once: who is ticked becomes excellent, the others above the line good. */
export function Deciding({ round, close }: { round: Round; close: () => void }) {
  const title = say("recognise.title", { unit: round.unit.name, year: round.year });
  const [kept, keep, forget] = useDrafts<Typed>(`recognise.${round.id}`);
  const typed = kept ?? NOTHING;
  const [isRaised, raise] = useState(typed.percent !== "");
  const deed = useTold(useDeed(DecideRecognitionDocument, title), say("recognise.decided"));
  const reviews = round.reviews.filter(({ state }) => state !== "WITHDRAWN");
  const candidates = reviews.filter(({ computedLevel }) => computedLevel === "EXCELLENT");
  const excellent = candidates.map(({ id }) => id).filter((id) => !typed.left.includes(id));
  const decision = paperOf(typed.paper);
  const share = isRaised ? shareOf(typed) : null;
  const isWhole = decision !== null && !(isRaised && share === null);
  const done = () => {
    forget();
    close();
  };
  return (
    <Asked
      {...{ title, deed, done, close }}
      confirm={say("recognise.act")}
      variables={
        isWhole
          ? {
              round: round.id,
              version: round.version,
              decision: { number: decision.number, day: decision.day },
              excellent,
              reason: typed.reason,
              share,
            }
          : null
      }
    >
      <p>{say("recognise.what", { count: reviews.length })}</p>
      <Everything
        reviews={reviews}
        excellent={excellent}
        turn={(id) =>
          keep({
            ...typed,
            left: typed.left.includes(id)
              ? typed.left.filter((each) => each !== id)
              : [...typed.left, id],
          })
        }
      />
      {candidates.length === 0 ? null : (
        <>
          <p className="quiet">{say("recognise.places")}</p>
          <LongTextField
            label={say("recognise.why")}
            value={typed.reason}
            onChange={(reason) => keep({ ...typed, reason })}
          />
          <Check
            label={say("recognise.raised")}
            checked={isRaised}
            change={() => raise(!isRaised)}
          />
        </>
      )}
      {isRaised ? <Share typed={typed} keep={keep} /> : null}
      <PaperFields
        paper={typed.paper}
        change={(paper) => keep({ ...typed, paper })}
        isLinked={false}
      />
      <Notice tone="warn">
        <p>{say("recognise.once")}</p>
      </Notice>
    </Asked>
  );
}

function Everything({
  reviews,
  excellent,
  turn,
}: {
  reviews: Review[];
  excellent: string[];
  turn: (id: string) => void;
}) {
  const columns: Column<Review>[] = [
    {
      id: "name",
      title: say("organisations.organisation"),
      isHeader: true,
      cell: (row) => row.organisation.name,
    },
    {
      id: "choice",
      title: say("recognise.choice"),
      cell: (row) =>
        row.computedLevel === "EXCELLENT" ? (
          <Check
            label={say("recognise.excellent")}
            more={row.organisation.name}
            checked={excellent.includes(row.id)}
            change={() => turn(row.id)}
          />
        ) : null,
    },
    {
      id: "level",
      title: say("recognise.level"),
      cell: (row) => {
        const level = levelOf(row, excellent);
        return level === null ? "—" : <LevelBadge level={level} />;
      },
    },
  ];
  return (
    <DataTable
      label={say("recognise.everything")}
      columns={columns}
      rows={reviews}
      nothing={say("organisations.nothing")}
      pageSize={20}
    />
  );
}

/** What would be recognised by this choice. */
function levelOf(row: Review, excellent: string[]): Level | null {
  if (row.computedLevel !== "EXCELLENT") return row.computedLevel ?? row.chosenLevel;
  return excellent.includes(row.id) ? "EXCELLENT" : "GOOD";
}

function shareOf({ percent, granted, grantedWhy }: Typed) {
  const exact = parseDecimal(percent, language());
  const paper = paperOf(granted);
  if (exact === null || paper === null || grantedWhy.trim() === "") return null;
  const { number, day } = paper;
  return { share: shiftPoint(exact, -2), number, day, reason: grantedWhy };
}

function Share({ typed, keep }: { typed: Typed; keep: (typed: Typed) => void }) {
  return (
    <fieldset className="stack">
      <legend>{say("recognise.granted")}</legend>
      <TextField
        label={say("recognise.percent")}
        value={typed.percent}
        onChange={(percent) => keep({ ...typed, percent })}
      />
      <PaperFields
        paper={typed.granted}
        change={(granted) => keep({ ...typed, granted })}
        isLinked={false}
      />
      <LongTextField
        label={say("recognise.grantedWhy")}
        value={typed.grantedWhy}
        onChange={(grantedWhy) => keep({ ...typed, grantedWhy })}
      />
    </fieldset>
  );
}

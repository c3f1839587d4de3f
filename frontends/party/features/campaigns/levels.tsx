import { byGivenName } from "@congtam/format";
import type { DecidedReviewFragment } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { aboutName, PARTY_LEVELS } from "@congtam/shared/party";
import { levelName } from "@congtam/shared/sheet";
import { Card, Choice, TextField } from "@congtam/ui";
import type { Draft } from "./decision";

interface Fields {
  reviews: readonly DecidedReviewFragment[];
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** Classes that the law leaves open, and lower ones that the committee decides: each with its reason. */
export function Levels({ reviews, draft, change }: Fields) {
  const sorted = [...reviews].sort((left, right) => byGivenName(aboutName(left), aboutName(right)));
  const open = sorted.filter(({ lawfulLevel }) => lawfulLevel === null);
  const settled = sorted.filter(({ lawfulLevel }) => lawfulLevel !== null);
  return (
    <>
      {open.length === 0 ? null : (
        <Card title={say("deciding.open")}>
          <p className="quiet">{say("deciding.openWhy")}</p>
          <Rows reviews={open} draft={draft} change={change} />
        </Card>
      )}
      {settled.length === 0 ? null : (
        <Card title={say("deciding.lower")}>
          <p className="quiet">{say("deciding.lowerWhy")}</p>
          <details>
            <summary>{say("deciding.lowerShow", { count: settled.length })}</summary>
            <Rows reviews={settled} draft={draft} change={change} />
          </details>
        </Card>
      )}
    </>
  );
}

function Rows({ reviews, draft, change }: Fields) {
  return (
    <div>
      {reviews.map((review) => {
        const told = draft.levels[review.id] ?? { level: "", reason: "" };
        const set = (part: Partial<typeof told>) =>
          change({ levels: { ...draft.levels, [review.id]: { ...told, ...part } } });
        return (
          <div key={review.id} className="columns criterion-line">
            <Choice
              label={aboutName(review)}
              value={told.level}
              none={
                review.lawfulLevel === null
                  ? say("deciding.noLevel")
                  : say("deciding.lawful", { level: levelName(review.lawfulLevel) })
              }
              options={PARTY_LEVELS.map((value) => ({ value, label: levelName(value) }))}
              choose={(level) => set({ level })}
            />
            {told.level === "" ? null : (
              <TextField
                label={say("deciding.levelReason", { who: aboutName(review) })}
                value={told.reason}
                onChange={(reason) => set({ reason })}
                maxLength={2000}
                isRequired
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

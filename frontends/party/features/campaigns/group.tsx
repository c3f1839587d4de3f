import { byGivenName, decimal } from "@congtam/format";
import type { DecidedReviewFragment, GroupPlacesFragment } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { aboutName } from "@congtam/shared/party";
import { Badge, Card, Check, LongTextField } from "@congtam/ui";
import { type Draft, isContested } from "./decision";

/** Who of a group is excellent, where more could be than there are places. */
export function Group({
  group,
  candidates,
  draft,
  change,
}: {
  group: GroupPlacesFragment;
  candidates: readonly DecidedReviewFragment[];
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}) {
  const { category, places } = group;
  if (candidates.length === 0) return null;
  const title = say("deciding.group", { group: say(`party.category.${category}`) });
  const sorted = [...candidates].sort((left, right) =>
    byGivenName(aboutName(left), aboutName(right)),
  );
  if (!isContested(group)) {
    return (
      <Card title={title}>
        <p>{say(places === 0 ? "deciding.noPlace" : "deciding.allPlaced", { places })}</p>
        <p>{sorted.map(aboutName).join(", ")}</p>
      </Card>
    );
  }
  const chosen = draft.chosen[category] ?? [];
  const turn = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
    change({ chosen: { ...draft.chosen, [category]: next } });
  };
  const tone = chosen.length > places ? "bad" : "info";
  return (
    <Card
      title={title}
      aside={<Badge tone={tone}>{say("deciding.chosen", { count: chosen.length, places })}</Badge>}
    >
      <p>{say("deciding.choose", { count: candidates.length, places })}</p>
      <div className="stack-tight">
        {sorted.map((review) => (
          <Check
            key={review.id}
            label={
              review.points === null
                ? aboutName(review)
                : say("deciding.candidate", {
                    who: aboutName(review),
                    points: decimal(review.points, language()),
                  })
            }
            checked={chosen.includes(review.id)}
            change={() => turn(review.id)}
          />
        ))}
      </div>
      <LongTextField
        label={say("deciding.reason")}
        value={draft.reasons[category] ?? ""}
        onChange={(text) => change({ reasons: { ...draft.reasons, [category]: text } })}
        maxLength={2000}
        isRequired
      />
    </Card>
  );
}

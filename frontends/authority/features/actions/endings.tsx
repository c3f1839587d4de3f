import { day, instant } from "@congtam/format";
import { say } from "@congtam/i18n";
import { PaperShown } from "@congtam/shared/forms";
import { Card } from "@congtam/ui";
import type { Action } from "./action-answer";
import { OnBehalf } from "./words";

/** A secondment or a suspension that was ended before its last day: from when, why, by whom. */
export function Endings({ endings }: { endings: Action["endings"] }) {
  return endings.map((each) => (
    <Card key={each.id} title={say("action.endEarly")}>
      <p>{say("action.ended", { day: day(each.endsOn), reason: each.reason })}</p>
      <PaperShown number={each.number} on={each.day} sha256={each.sha256} url={each.url} />
      <span className="quiet small">
        {say("action.byAt", { who: each.endedBy.fullName, when: instant(each.endedAt) })}
        <OnBehalf of={each.onBehalfOf} />
      </span>
    </Card>
  ));
}

import { today } from "@congtam/format";
import { LookForSignalsDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import {
  lastPeriods,
  monthsIn,
  periodName,
  periodOf,
  type Quarters,
  spoken,
} from "@congtam/shared/period";
import { useTold } from "@congtam/shared/shell";
import { Button, Card, Choice, Notice } from "@congtam/ui";
import { useState } from "react";

/** Look for signals in one of the last periods; doing it again changes nothing that stands. */
export function Looking({ agency, quarters }: { agency: string; quarters: Quarters | undefined }) {
  const [chosen, choose] = useState(today());
  const period = periodOf(chosen, quarters);
  const months = monthsIn(period, quarters);
  const { act, pending, refusal } = useTold(
    useDeed(LookForSignalsDocument, say("signals.look")),
    say("signals.lookedFor", spoken(period, months)),
  );
  return (
    <Card title={say("signals.lookTitle", { months })}>
      <p className="quiet">{say("signals.lookWhy")}</p>
      {refusal ? (
        <Notice tone="bad">
          <p role="alert">{refusal.message}</p>
        </Notice>
      ) : null}
      <div className="row to-fields">
        <Choice
          label={say("signals.month", { months })}
          value={period}
          options={lastPeriods(today(), quarters).map((each) => ({
            value: each,
            label: periodName(each, monthsIn(each, quarters)),
          }))}
          choose={choose}
        />
        <Button kind="main" isPending={pending} onPress={() => act({ agency, period })}>
          {say("signals.look")}
        </Button>
      </div>
    </Card>
  );
}

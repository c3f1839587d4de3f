import { month, shiftMonth, today } from "@congtam/format";
import { LookForSignalsDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { useTold } from "@congtam/shared/shell";
import { Button, Card, Choice, Notice } from "@congtam/ui";
import { useState } from "react";

const MONTHS = 12;

/** Look for signals in one of the last months; doing it again changes nothing that stands. */
export function Looking({ agency }: { agency: string }) {
  const now = shiftMonth(today(), 0);
  const [period, choose] = useState(now);
  const { act, pending, refusal } = useTold(
    useDeed(LookForSignalsDocument, say("signals.look")),
    say("signals.lookedFor", { month: month(period) }),
  );
  const months = Array.from({ length: MONTHS }, (_, back) => shiftMonth(now, -back));
  return (
    <Card title={say("signals.lookTitle")}>
      <p className="quiet">{say("signals.lookWhy")}</p>
      {refusal ? (
        <Notice tone="bad">
          <p role="alert">{refusal.message}</p>
        </Notice>
      ) : null}
      <div className="row to-fields">
        <Choice
          label={say("signals.month")}
          value={period}
          options={months.map((each) => ({ value: each, label: month(each) }))}
          choose={choose}
        />
        <Button kind="main" isPending={pending} onPress={() => act({ agency, period })}>
          {say("signals.look")}
        </Button>
      </div>
    </Card>
  );
}

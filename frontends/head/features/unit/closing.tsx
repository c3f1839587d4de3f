import { CloseMonthDocument, OpenMonthDocument, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { spoken } from "@congtam/shared/period";
import { useToday, useTold } from "@congtam/shared/shell";
import { Button, Confirm, tell } from "@congtam/ui";
import { useState } from "react";
import type { Unit } from "./unit-answer";

export interface OfPeriod {
  found: Unit;
  unit: string;
  period: string;
  /** How many months the period has. */
  months: number;
}

/** Open the period, or close it once everything in it is signed. */
export function Closing({ found, unit, period, months }: OfPeriod) {
  const [asking, ask] = useState(false);
  const today = useToday();
  const label = say("unit.title", { unit: found.unit?.name ?? "", ...spoken(period, months) });
  const opening = useTold(useDeed(OpenMonthDocument, label), say("unit.opened", { months }));
  const closing = useTold(useDeed(CloseMonthDocument, label), say("unit.closed", { months }));
  const act = async (deed: typeof opening | typeof closing) => {
    ask(false);
    const outcome = await deed.act({ unit, period });
    if (outcome.did === "refused") tell(outcome.refusal.message, "bad");
  };
  if (found.monthOfUnit === null) {
    return period > today ? null : (
      <Button kind="main" isPending={opening.pending} onPress={() => act(opening)}>
        {say("unit.open", { months })}
      </Button>
    );
  }
  if (!found.monthOfUnit.allowedActions.includes("CloseMonth")) return null;
  return (
    <>
      <Button kind="main" isPending={closing.pending} onPress={() => ask(true)}>
        {say("unit.close", { months })}
      </Button>
      {asking ? (
        <Confirm
          title={say("unit.closeSure", { months })}
          confirm={say("unit.close", { months })}
          act={() => act(closing)}
          close={() => ask(false)}
        >
          <p>{say("unit.closeWhy")}</p>
        </Confirm>
      ) : null}
    </>
  );
}

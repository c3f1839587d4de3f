import { shiftDay } from "@congtam/format";
import { GrantLockDocument } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { spoken } from "@congtam/shared/period";
import { useToday } from "@congtam/shared/shell";
import { DayField } from "@congtam/ui";
import { useState } from "react";
import { Asking } from "./asking";

const USUAL_DAYS = 3;

/** Open a locked period to a unit until the end of a day. */
export function Granting({
  unit,
  name,
  period,
  months,
  close,
}: {
  unit: string;
  name: string;
  period: string;
  months: number;
  close: () => void;
}) {
  const today = useToday();
  const [until, setUntil] = useState(shiftDay(today, USUAL_DAYS));
  return (
    <Asking
      document={GrantLockDocument}
      variables={{ unit, period, endsAt: `${until}T23:59:00+07:00` }}
      title={say("lock.grantTo", { unit: name, ...spoken(period, months) })}
      confirm={say("lock.grant")}
      done={say("lock.granted")}
      close={close}
    >
      <p>{say("lock.why")}</p>
      <DayField label={say("lock.until")} value={until} earliest={today} onChange={setUntil} />
    </Asking>
  );
}

import { parseDecimal, shiftPoint } from "@congtam/format";
import { MeasureProcessDocument, useDeed } from "@congtam/graph";
import { language } from "@congtam/i18n";
import { useTold } from "@congtam/shared/shell";
import { useState } from "react";

interface Measured {
  id: string;
  version: number;
  product: { name: string };
  measures: readonly { reason: string }[];
}

/** Saying what share of a process criterion was reached: what is typed, what is wrong with it, and
 * sending it; `done` is told when it was. */
export function useMeasure(line: Measured, done: string, leave: () => void) {
  const [percent, setPercent] = useState("100");
  const [reason, setReason] = useState(line.measures.at(-1)?.reason ?? "");
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(MeasureProcessDocument, line.product.name),
    done,
  );
  const exact = parseDecimal(percent, language());
  const isWithoutReason = reason.trim() === "";
  const send = async () => {
    setTried(true);
    if (exact === null || isWithoutReason) return;
    const achieved = shiftPoint(exact, -2);
    const outcome = await act({ line: line.id, achieved, reason, version: line.version });
    if (outcome.did === "done" || outcome.did === "parked") leave();
  };
  return {
    percent,
    setPercent,
    isWrongPercent: exact === null,
    reason,
    setReason,
    isReasonMissing: tried && isWithoutReason,
    pending,
    refusal,
    send,
  };
}

import { day } from "@congtam/format";
import { say } from "@congtam/i18n";

/** "từ 01/03/2026 đến 31/05/2026"; what lasts has no end. */
export function days(since: string, until: string | null): string {
  return until === null
    ? say("structure.since", { day: day(since) })
    : say("structure.between", { since: day(since), until: day(until) });
}

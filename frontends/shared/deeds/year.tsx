import { today } from "@congtam/format";
import { say } from "@congtam/i18n";
import { Choice } from "@congtam/ui";
import { useDrafts } from "../shell/drafts";

const SINCE = 2026;

/** The year that the screens are about: the one chosen last; at first the one that is being
 * classified, which until the middle of a year is the one before. */
export function useYear(): [number, (year: number) => void] {
  const [kept, keep] = useDrafts<number>("authority.year");
  return [kept ?? yearOf(today()), keep];
}

/** Until the end of June the year before. */
function yearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return Math.max(SINCE, Number(day.slice(5, 7)) > 6 ? year : year - 1);
}

export function YearChoice({ year, choose }: { year: number; choose: (year: number) => void }) {
  const last = Math.max(year, Number(today().slice(0, 4)));
  const years = Array.from({ length: last - SINCE + 1 }, (_, back) => String(last - back));
  return (
    <Choice
      label={say("ui.year")}
      value={String(year)}
      options={years.map((each) => ({ value: each, label: each }))}
      choose={(chosen) => choose(Number(chosen))}
    />
  );
}

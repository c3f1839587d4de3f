import { day, parseDay } from "@congtam/format";
import { say } from "@congtam/i18n";
import { useRef, useState } from "react";
import { Labelled, type Told } from "./choice";
import { Icon } from "./icon";

interface Bounds {
  earliest?: string;
  latest?: string;
}

/** A day, typed as people here write it (9/3/2026) or picked from the browser's calendar. `value` is
 * as the API writes it ("2026-03-09"): empty for none, and while what is typed is no day. */
export function DayField({
  value,
  onChange,
  earliest,
  latest,
  ...told
}: Told & Bounds & { value: string; onChange: (day: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, leave] = useState(true);
  const calendar = useRef<HTMLInputElement>(null);
  const bounds = { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) };
  const wrong = isLeft ? (wrongIn(typed ?? value, bounds) ?? told.wrong) : told.wrong;
  const type = (text: string) => {
    setTyped(text);
    onChange(parseDay(text) ?? "");
  };
  const left = () => {
    leave(true);
    if (parseDay(typed ?? "") !== null) setTyped(null);
  };
  const pick = (picked: string) => {
    setTyped(null);
    onChange(picked);
  };
  return (
    <Labelled {...told} wrong={wrong}>
      {(about) => (
        <div className="day">
          <input
            {...about}
            className="input"
            inputMode="numeric"
            autoComplete="off"
            placeholder={say("ui.dayAs")}
            value={typed ?? (value === "" ? "" : day(value))}
            onChange={(event) => type(event.target.value)}
            onFocus={() => leave(false)}
            onBlur={left}
          />
          <button
            type="button"
            className="day-pick"
            aria-label={say("ui.calendar")}
            onClick={() => calendar.current?.showPicker()}
          >
            <Icon name="calendar" />
          </button>
          <input
            ref={calendar}
            className="day-calendar"
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={value}
            min={earliest}
            max={latest}
            onChange={(event) => pick(event.target.value)}
          />
        </div>
      )}
    </Labelled>
  );
}

/** What is wrong with a day that somebody has typed; undefined where nothing is. */
function wrongIn(typed: string, { earliest, latest }: Bounds): string | undefined {
  if (typed.trim() === "") return undefined;
  const found = parseDay(typed);
  if (found === null) return say("ui.noDay");
  if (earliest !== undefined && found < earliest) return say("ui.dayFrom", { day: day(earliest) });
  if (latest !== undefined && found > latest) return say("ui.dayUntil", { day: day(latest) });
  return undefined;
}

import { byGivenName, laterOf, parseDecimal } from "@congtam/format";
import { HandOverWorkDocument, SpreadWorkDocument, useDeed } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { lastOfPeriod, shiftPeriod } from "@congtam/shared/period";
import { useDrafts, useToday, useTold } from "@congtam/shared/shell";
import { Button, Choice, DayField, LongTextField, Refused, TextField } from "@congtam/ui";
import { useState } from "react";
import { Ending } from "./faults";
import type { Line, Load } from "./standing";

interface Handing {
  to: string;
  dueOn: string;
  reason: string;
}

/** Give what a person cannot complete to somebody else. */
export function HandOverForm({
  line,
  loads,
  leave,
  close,
}: {
  line: Line;
  loads: Load[];
  leave: () => void;
  close: () => void;
}) {
  const today = useToday();
  const [kept, keep, forget] = useDrafts<Handing>(`handOver.${line.assignment.id}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(HandOverWorkDocument, say("work.HandOverWork")),
    say("handOver.done"),
  );
  const dueOn = laterOf(line.dueOn, today);
  const draft = kept ?? { to: "", dueOn, reason: "" };
  const change = (changes: Partial<Handing>) => keep({ ...draft, ...changes });
  const others = loads
    .filter(
      ({ person, allowedActions }) =>
        person?.id !== line.assignment.person.id && allowedActions.includes("AssignWork"),
    )
    .map(({ person, posting }) => ({ value: posting?.id ?? "", label: person?.fullName ?? "" }))
    .sort((left, right) => byGivenName(left.label, right.label));
  const send = async () => {
    setTried(true);
    if (draft.to === "" || draft.reason.trim() === "" || draft.dueOn === "") return;
    const { id: assignment, version } = line.assignment;
    const outcome = await act({ assignment, version, ...draft });
    if (outcome.did !== "done" && outcome.did !== "parked") return;
    forget();
    close();
  };
  return (
    <div className="stack">
      <p className="quiet small">{say("handOver.why")}</p>
      <Refused message={refusal?.message} />
      <Choice
        label={say("handOver.to")}
        none={say("ui.choose")}
        value={draft.to}
        options={others}
        choose={(to) => change({ to })}
        wrong={tried && draft.to === "" ? say("handOver.nobody") : undefined}
      />
      <DayField
        label={say("assign.due")}
        value={draft.dueOn}
        onChange={(chosen) => change({ dueOn: chosen })}
      />
      <LongTextField
        label={say("ui.reason")}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        wrong={tried && draft.reason.trim() === "" ? say("ui.reasonMissing") : undefined}
      />
      <Ending confirm={say("handOver.send")} pending={pending} send={send} leave={leave} />
    </div>
  );
}

interface Part {
  share: string;
  dueOn: string;
}

/** Spread what nobody has begun to deliver over other periods. */
export function SpreadForm({
  line,
  leave,
  close,
}: {
  line: Line;
  leave: () => void;
  close: () => void;
}) {
  const [kept, keep, forget] = useDrafts<Part[]>(`spread.${line.assignment.id}`);
  const { act, pending, refusal } = useTold(
    useDeed(SpreadWorkDocument, say("work.SpreadWork")),
    say("spread.done"),
  );
  const parts = kept ?? halves(line);
  const set = (number: number, changes: Partial<Part>) =>
    keep(parts.map((part, at) => (at + 1 === number ? { ...part, ...changes } : part)));
  const next = lastOfPeriod(shiftPeriod(parts.at(-1)?.dueOn ?? line.dueOn, 1));
  const send = async () => {
    const spread = parts.map((part) => ({
      ...part,
      share: parseDecimal(part.share, language()) ?? part.share,
    }));
    const { id: assignment, version } = line.assignment;
    const outcome = await act({ assignment, version, spread });
    if (outcome.did !== "done" && outcome.did !== "parked") return;
    forget();
    close();
  };
  return (
    <div className="stack">
      <p className="quiet small">{say("spread.why")}</p>
      <Refused message={refusal?.message} />
      {numbered(parts).map(({ number, ...part }) => (
        <div key={number} className="columns narrow">
          <TextField
            label={say("assign.share", { number })}
            value={part.share}
            onChange={(share) => set(number, { share })}
          />
          <DayField
            label={say("assign.partDue", { number })}
            value={part.dueOn}
            onChange={(dueOn) => set(number, { dueOn })}
          />
        </div>
      ))}
      <div className="row">
        <Button size="small" onPress={() => keep([...parts, { share: "", dueOn: next }])}>
          {say("spread.more")}
        </Button>
        {parts.length > 1 ? (
          <Button size="small" onPress={() => keep(parts.slice(0, -1))}>
            {say("spread.less")}
          </Button>
        ) : null}
      </div>
      <Ending confirm={say("spread.send")} pending={pending} send={send} leave={leave} />
    </div>
  );
}

/** Two parts to begin with: this period's and the next one's. */
function halves(line: Line): Part[] {
  const half = Number(line.share) / 2;
  const next = lastOfPeriod(shiftPeriod(line.dueOn, 1));
  return [
    { share: String(half), dueOn: line.dueOn },
    { share: String(Number(line.share) - half), dueOn: next },
  ];
}

/** Parts are known by their number: nothing is ever put between two of them. */
function numbered(parts: Part[]): (Part & { number: number })[] {
  return parts.map((part, place) => ({ ...part, number: place + 1 }));
}

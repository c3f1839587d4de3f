import { byGivenName } from "@congtam/format";
import {
  HandOverManyDocument,
  UnfinishedWorkDocument,
  type UnfinishedWorkQuery,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { headUnfinished } from "@congtam/i18n/catalogue/head-unfinished";
import { headWork } from "@congtam/i18n/catalogue/head-work";
import {
  Loaded,
  type Params,
  useCursor,
  useDrafts,
  useToday,
  useTold,
} from "@congtam/shared/shell";
import { type Here, OfUnit, OtherUnits } from "@congtam/shared/unit";
import {
  Button,
  ButtonLink,
  Card,
  Check,
  Choice,
  Confirm,
  LongTextField,
  Nothing,
  Page,
  Refused,
  type Turns,
} from "@congtam/ui";
import { useState } from "react";
import { allTo, begun, type Draft, isPassable, lacks, type Open, rowOf, takers } from "./draft";
import { Lines } from "./lines";

learn(headWork, headUnfinished);

const path = (unit: string) => `/head/work/${unit}/unfinished`;

/** Work that nobody does any more: its post has ended. It goes on with its person, or to others. */
export default function Unfinished({ params }: { params: Params }) {
  return (
    <OfUnit params={params} none={<Nothing isPage title={say("unit.none")} />}>
      {(here) => <Shown key={here.unit} {...here} />}
    </OfUnit>
  );
}

function Shown({ unit, period, others }: Here) {
  const cursor = useCursor(unit);
  const answer = useAnswer(UnfinishedWorkDocument, { unit, period, after: cursor.after });
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page
          title={say("left.title", { unit: found.unit?.name ?? "" })}
          actions={
            <ButtonLink href={`/head/work/${unit}/${period}`}>{say("work.back")}</ButtonLink>
          }
        >
          <OtherUnits label={say("unit.others")} others={others} path={path} />
          <Passing found={found} unit={unit} turns={cursor.turns(found.unfinishedWork.pageInfo)} />
        </Page>
      )}
    </Loaded>
  );
}

/** What is chosen, for whom, and sent as one deed with an outcome for each. */
function Passing({
  found,
  unit,
  turns,
}: {
  found: UnfinishedWorkQuery;
  unit: string;
  turns: Turns;
}) {
  const today = useToday();
  const [kept, keep, forget] = useDrafts<Draft>(`unfinished.${unit}`);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const [asking, ask] = useState(false);
  const draft = kept ?? {};
  const all = takers(found.monthLoads);
  const works = [...found.unfinishedWork.nodes].sort((one, other) =>
    byGivenName(one.person.fullName, other.person.fullName),
  );
  const passable = works.filter((work) => isPassable(work, all));
  const chosen = passable.filter(({ id }) => draft[id]);
  const toggle = (work: Open) => {
    const { [work.id]: had, ...rest } = draft;
    keep(had ? rest : { ...draft, [work.id]: begun(work, today) });
  };
  const toggleAll = () => {
    const every = passable.map((work) => [work.id, draft[work.id] ?? begun(work, today)]);
    keep(chosen.length === passable.length ? {} : Object.fromEntries(every));
  };
  const send = () => {
    setTried(true);
    if (chosen.every((work) => !lacks(work, draft[work.id] ?? begun(work, today)))) ask(true);
  };
  const done = (fates: (string | null)[]) => {
    const told = chosen.flatMap(({ id }, place) => (fates[place] ? [[id, fates[place]]] : []));
    setRefused(Object.fromEntries(told));
    setTried(false);
    if (told.length === 0) forget();
    else keep(Object.fromEntries(told.map(([id]) => [id, draft[String(id)]])));
  };
  return (
    <Card
      title={say("left.list")}
      aside={
        chosen.length === 0 ? null : (
          <Button kind="main" onPress={send}>
            {say("left.sendMany", { count: chosen.length })}
          </Button>
        )
      }
    >
      <p className="quiet">{say("left.how")}</p>
      {passable.length === 0 ? null : (
        <div className="columns">
          <Check
            label={say("left.all", { count: passable.length })}
            checked={chosen.length === passable.length}
            change={toggleAll}
          />
          {chosen.length === 0 ? null : (
            <Choice
              label={say("left.allTo")}
              none={say("left.each")}
              value=""
              options={all.map(({ post, name }) => ({ value: post, label: name }))}
              choose={(post) => keep(allTo(draft, chosen, all, post))}
            />
          )}
        </div>
      )}
      <Lines
        {...{ works, turns, draft, takers: all, refused, tried, toggle }}
        set={(work, changes) =>
          keep({ ...draft, [work.id]: { ...begun(work, today), ...draft[work.id], ...changes } })
        }
      />
      {asking ? (
        <Sending
          unit={unit}
          rows={chosen.map((work) => rowOf(work, draft[work.id] ?? begun(work, today)))}
          done={done}
          close={() => ask(false)}
        />
      ) : null}
    </Card>
  );
}

/** Why, and the sending itself. */
function Sending({
  unit,
  rows,
  done,
  close,
}: {
  unit: string;
  rows: ReturnType<typeof rowOf>[];
  done: (fates: (string | null)[]) => void;
  close: () => void;
}) {
  const [reason, keep, forget] = useDrafts<string>(`unfinished.why.${unit}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(HandOverManyDocument, say("left.send")),
    say("left.sent"),
  );
  const said = reason?.trim() ?? "";
  const send = async () => {
    setTried(true);
    if (said === "") return;
    const outcome = await act({ rows, reason: said });
    if (outcome.did !== "done" && outcome.did !== "parked") return;
    forget();
    close();
    const outcomes = outcome.did === "done" ? outcome.value.outcomes : [];
    done(outcomes.map((each) => (each?.__typename === "Refused" ? each.message : null)));
  };
  return (
    <Confirm
      title={say("left.sendSure", { count: rows.length })}
      confirm={say("left.send")}
      pending={pending}
      act={send}
      close={close}
    >
      <p>{say("left.sendWhy")}</p>
      <Refused message={refusal?.message} />
      <LongTextField
        label={say("ui.reason")}
        help={say("left.reasonHelp")}
        value={reason ?? ""}
        onChange={keep}
        wrong={tried && said === "" ? say("ui.reasonMissing") : undefined}
        autoFocus
      />
    </Confirm>
  );
}

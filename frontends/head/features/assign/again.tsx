import { byGivenName, decimal } from "@congtam/format";
import {
  AssignManyDocument,
  LastMonthDocument,
  type LastMonthQuery,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { headWork } from "@congtam/i18n/catalogue/head-work";
import { monthsIn, shiftPeriod, spoken } from "@congtam/shared/period";
import { Loaded, type Params, useDrafts, useToday, useTold } from "@congtam/shared/shell";
import { type Here, OfUnit } from "@congtam/shared/unit";
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  Check,
  type Column,
  DataTable,
  DayField,
  Nothing,
  Page,
  Refused,
  TextField,
} from "@congtam/ui";
import { useState } from "react";
import { dueAgain, type Earlier, exactOf, repeatable } from "./draft";

learn(headWork);

/** Last month's assignments, given once more with new days: the lines that are chosen, as one deed. */
export default function Again({ params }: { params: Params }) {
  return (
    <OfUnit params={params} none={<Nothing isPage title={say("unit.none")} />}>
      {(here) => <Shown key={here.unit} {...here} />}
    </OfUnit>
  );
}

function Shown(here: Here) {
  const { unit, period, months, quarters } = here;
  const before = shiftPeriod(period, -1, quarters);
  const answer = useAnswer(LastMonthDocument, { unit, period, before });
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page
          title={say("again.title", { unit: found.unit?.name ?? "", ...spoken(period, months) })}
          actions={
            <ButtonLink href={`/head/work/${unit}/${period}`}>
              {say("work.back", { months })}
            </ButtonLink>
          }
        >
          <Lines found={found} {...here} />
        </Page>
      )}
    </Loaded>
  );
}

/** What is to be given of a line: how much, and until when. */
interface Asked {
  quantity: string;
  dueOn: string;
}
type Draft = Record<string, Asked>;
/** What became of a line: given, or why not. */
type Fates = Record<string, string | null>;

function Lines({ found, unit, period, quarters }: Here & { found: LastMonthQuery }) {
  const today = useToday();
  const before = shiftPeriod(period, -1, quarters);
  const [kept, keep, forget] = useDrafts<Draft>(`again.${unit}.${period}`);
  const [fates, setFates] = useState<Fates>({});
  const { act, pending, refusal } = useTold(
    useDeed(AssignManyDocument, say("again.send")),
    say("again.sent"),
  );
  const draft = kept ?? {};
  const lines = found.last.nodes
    .filter(repeatable)
    .sort((left, right) =>
      byGivenName(left.assignment.person.fullName, right.assignment.person.fullName),
    );
  const chosen = lines.filter(({ id }) => draft[id]);
  const wrong = chosen.some(({ id }) => {
    const asked = draft[id];
    return !asked || exactOf(asked.quantity) === null || asked.dueOn === "";
  });
  const ask = (line: Earlier): Asked => ({
    quantity: decimal(line.quantity, language()),
    dueOn: dueAgain(line, period, today, quarters),
  });
  const all = () =>
    keep(
      chosen.length === lines.length
        ? {}
        : Object.fromEntries(lines.map((line) => [line.id, draft[line.id] ?? ask(line)])),
    );
  const toggle = (line: Earlier) => {
    const { [line.id]: had, ...rest } = draft;
    keep(had ? rest : { ...draft, [line.id]: ask(line) });
  };
  const set = (line: Earlier, changes: Partial<Asked>) =>
    keep({ ...draft, [line.id]: { ...ask(line), ...draft[line.id], ...changes } });
  const send = async () => {
    if (wrong) return;
    const rows = chosen.map((line) => ({
      posting: line.assignment.posting.id,
      product: line.product.id,
      quantity: exactOf(draft[line.id]?.quantity ?? "") ?? "0",
      dueOn: draft[line.id]?.dueOn ?? "",
      title: line.assignment.title,
      note: line.assignment.note,
    }));
    const outcome = await act({ rows });
    if (outcome.did === "parked") forget();
    if (outcome.did !== "done") return;
    const told = chosen.map(({ id }, place): [string, string | null] => {
      const row = outcome.value.outcomes[place];
      return [id, row?.__typename === "Refused" ? row.message : null];
    });
    setFates({ ...fates, ...Object.fromEntries(told) });
    const refused = told.filter(([, message]) => message !== null).map(([id]) => id);
    keep(Object.fromEntries(Object.entries(draft).filter(([id]) => refused.includes(id))));
  };
  return (
    <Card
      title={say("again.last", spoken(before, monthsIn(before, quarters)))}
      aside={
        <Button
          kind="main"
          isDisabled={chosen.length === 0 || wrong}
          isPending={pending}
          onPress={send}
        >
          {say("again.sendMany", { count: chosen.length })}
        </Button>
      }
    >
      <Refused message={refusal?.message} />
      <p className="quiet small">{say("again.how")}</p>
      {lines.length === 0 ? null : (
        <Check
          label={say("deliveries.all", { count: lines.length })}
          checked={chosen.length === lines.length}
          change={all}
        />
      )}
      <DataTable
        label={say("again.list", { months: monthsIn(before, quarters) })}
        columns={columns(draft, toggle, set, fates, given(found))}
        rows={lines}
        nothing={say("again.nothing")}
        searched={(line) => `${line.assignment.person.fullName} ${line.product.name}`}
        pageSize={50}
      />
    </Card>
  );
}

/** What stands in this month already, by post and product. */
function given(found: LastMonthQuery): ReadonlySet<string> {
  return new Set(
    found.now.nodes.map(({ product, assignment }) => `${assignment.posting.id} ${product.id}`),
  );
}

function columns(
  draft: Draft,
  toggle: (line: Earlier) => void,
  set: (line: Earlier, changes: Partial<Asked>) => void,
  fates: Fates,
  standing: ReadonlySet<string>,
): Column<Earlier>[] {
  return [
    {
      id: "person",
      title: say("deliveries.person"),
      isHeader: true,
      order: (left, right) =>
        byGivenName(left.assignment.person.fullName, right.assignment.person.fullName),
      cell: (line) => (
        <Check
          label={line.assignment.person.fullName}
          more={line.product.name}
          checked={draft[line.id] !== undefined}
          change={() => toggle(line)}
        />
      ),
    },
    {
      id: "task",
      title: say("month.task"),
      cell: (line) => (
        <div className="stack-tight">
          <span>{line.product.name}</span>
          <Fate
            fate={fates[line.id]}
            stands={standing.has(`${line.assignment.posting.id} ${line.product.id}`)}
          />
        </div>
      ),
    },
    {
      id: "quantity",
      title: say("assign.quantity"),
      cell: (line) =>
        draft[line.id] === undefined ? (
          decimal(line.quantity, language())
        ) : (
          <TextField
            label={say("again.quantityOf", { what: line.product.name })}
            value={draft[line.id]?.quantity ?? ""}
            onChange={(quantity) => set(line, { quantity })}
            wrong={
              exactOf(draft[line.id]?.quantity ?? "") === null
                ? say("assign.quantityWrong")
                : undefined
            }
          />
        ),
    },
    {
      id: "due",
      title: say("month.due"),
      cell: (line) =>
        draft[line.id] === undefined ? null : (
          <DayField
            label={say("again.dueOf", { what: line.product.name })}
            value={draft[line.id]?.dueOn ?? ""}
            onChange={(dueOn) => set(line, { dueOn })}
          />
        ),
    },
  ];
}

function Fate({ fate, stands }: { fate: string | null | undefined; stands: boolean }) {
  if (fate) {
    return (
      <span className="missing small" role="alert">
        {fate}
      </span>
    );
  }
  if (fate === null) return <Badge tone="good">{say("again.given")}</Badge>;
  return stands ? <span className="quiet small">{say("again.stands")}</span> : null;
}

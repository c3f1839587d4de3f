import { byGivenName, day, decimal, dotted } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { Check, Choice, type Column, DataTable, DayField, type Turns } from "@congtam/ui";
import {
  type Draft,
  isPassable,
  keepsDays,
  left,
  type Open,
  others,
  ownPost,
  type Passing,
  type Taker,
} from "./draft";

interface Told {
  draft: Draft;
  takers: Taker[];
  /** Why a piece of work did not go on, by its id. */
  refused: Readonly<Record<string, string>>;
  tried: boolean;
  toggle: (work: Open) => void;
  set: (work: Open, changes: Partial<Passing>) => void;
}

/** What was left open, whose it was, and who goes on with it. */
export function Lines({ works, turns, ...told }: Told & { works: Open[]; turns: Turns }) {
  return (
    <DataTable
      part={turns}
      label={say("left.list")}
      columns={columns(told)}
      rows={works}
      nothing={say("left.nothing")}
      searched={(work) => `${work.person.fullName} ${work.product.name} ${work.unit.name}`}
      pageSize={100}
    />
  );
}

function columns(told: Told): Column<Open>[] {
  return [
    {
      id: "person",
      title: say("left.person"),
      isHeader: true,
      order: (one, other) => byGivenName(one.person.fullName, other.person.fullName),
      cell: (work) => <Whose work={work} told={told} />,
    },
    { id: "task", title: say("month.task"), cell: (work) => <Task work={work} told={told} /> },
    {
      id: "left",
      title: say("left.rest"),
      cell: (work) => (
        <div className="stack-tight">
          {left(work).map((line) => (
            <span key={line.id} className="number">
              {say("left.part", {
                day: day(line.dueOn),
                done: decimal(line.accepted, language()),
                all: decimal(line.quantity, language()),
              })}
            </span>
          ))}
        </div>
      ),
    },
    { id: "to", title: say("left.to"), cell: (work) => <To work={work} told={told} /> },
  ];
}

function Whose({ work, told }: { work: Open; told: Told }) {
  const name = work.person.fullName;
  return (
    <div className="stack-tight">
      {isPassable(work, told.takers) ? (
        <Check
          label={name}
          more={work.product.name}
          checked={told.draft[work.id] !== undefined}
          change={() => told.toggle(work)}
        />
      ) : (
        <span>{name}</span>
      )}
      <span className="quiet small">
        {work.unit.closedOn
          ? say("left.closed", { unit: work.unit.name, day: day(work.unit.closedOn) })
          : work.unit.name}
      </span>
    </div>
  );
}

function Task({ work, told }: { work: Open; told: Told }) {
  const refused = told.refused[work.id];
  const named = work.title === work.product.name ? null : work.title;
  return (
    <div className="stack-tight">
      <span>{work.product.name}</span>
      <span className="quiet small">{dotted(work.product.code, named)}</span>
      {refused === undefined ? null : (
        <span className="missing small" role="alert">
          {refused}
        </span>
      )}
    </div>
  );
}

/** Who goes on with it, and the new day where that is somebody else. */
function To({ work, told }: { work: Open; told: Told }) {
  const passing = told.draft[work.id];
  const own = ownPost(work);
  const about = { what: work.product.name, who: work.person.fullName };
  if (passing === undefined) {
    if (own !== null)
      return <span className="quiet">{say("left.mayGoOn", { unit: own.unit.name })}</span>;
    return <span className="quiet">{say("left.gone")}</span>;
  }
  const options = [
    ...(own ? [{ value: own.id, label: say("left.own") }] : []),
    ...others(work, told.takers).map(({ post, name }) => ({ value: post, label: name })),
  ];
  return (
    <div className="stack-tight">
      <Choice
        label={say("left.toOf", about)}
        isLabelHidden
        none={say("ui.choose")}
        value={passing.to}
        options={options}
        choose={(to) => told.set(work, { to })}
        wrong={told.tried && passing.to === "" ? say("handOver.nobody") : undefined}
      />
      {own !== null && keepsDays(work, passing) ? (
        <span className="quiet small">{say("left.at", { unit: own.unit.name })}</span>
      ) : null}
      {passing.to === "" || keepsDays(work, passing) ? null : (
        <DayField
          label={say("left.due")}
          value={passing.dueOn}
          onChange={(dueOn) => told.set(work, { dueOn })}
          wrong={told.tried && passing.dueOn === "" ? say("assign.noDay") : undefined}
        />
      )}
    </div>
  );
}

import { byGivenName, dotted } from "@congtam/format";
import type { Office } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { spoken } from "@congtam/shared/period";
import { heldAs } from "@congtam/shared/posts";
import { Card, Choice, type Column, DataTable, Notice } from "@congtam/ui";
import {
  type Draft,
  keeperOf,
  NOWHERE,
  officeOf,
  outcomesOf,
  type Part,
  partsOf,
  placeOf,
} from "./plan";
import type { Stood } from "./standing";

const OFFICES: readonly Office[] = ["HEAD", "DEPUTY", "MEMBER"];

export interface Asked {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
}

/** What stands in each unit on the day, and where each of it goes on. */
export function Moving({ draft, change, standing }: Asked & { standing: readonly Stood[] }) {
  return partsOf(draft).map((part) => {
    const held = standing.find(({ id }) => id === part.id);
    return held ? <OfOne key={part.id} {...{ draft, change, part, held }} /> : null;
  });
}

function OfOne({ held, ...asked }: Asked & { part: Part; held: Stood }) {
  const { draft, part } = asked;
  return (
    <Card title={say("reorganise.of", { unit: part.name })}>
      <Unfinished {...{ part, held }} />
      {part.ends || draft.kind === "SPLIT" ? (
        <Going {...asked} held={held} />
      ) : (
        <p>{say("reorganise.stays", { count: held.posts.length })}</p>
      )}
    </Card>
  );
}

/** Where the records, roles, units beneath and people of one unit go. */
export function Going({ draft, change, part, held }: Asked & { part: Part; held: Stood }) {
  return (
    <>
      {part.ends ? (
        <>
          <Where
            label={say("reorganise.keeper")}
            help={say("reorganise.keeperHelp")}
            {...{ draft, part }}
            value={keeperOf(draft, part)}
            nowhere={say("reorganise.keptAbove")}
            choose={(place) => change({ keepers: { ...draft.keepers, [part.id]: place } })}
          />
          <Rest {...{ draft, change, part, held }} />
        </>
      ) : null}
      <DataTable
        label={say("reorganise.posts", { unit: part.name })}
        columns={columns({ draft, change, part })}
        rows={[...held.posts].sort((left, right) =>
          byGivenName(left.person.fullName, right.person.fullName),
        )}
        nothing={say("structure.noPosts")}
        pageSize={50}
      />
    </>
  );
}

/** What is not finished there: it would stay as it is, or it stands in the way. */
export function Unfinished({ part, held }: { part: Part; held: Stood }) {
  return (
    <>
      {held.isCut ? (
        <Notice tone="bad">
          <p>{say("reorganise.cut", { unit: part.name })}</p>
        </Notice>
      ) : null}
      {held.months.map((each) => (
        <Notice key={each.id} tone={part.ends ? "warn" : "info"}>
          <p>
            {say(part.ends ? "reorganise.monthEnds" : "reorganise.monthGoesOn", {
              ...spoken(each.period, each.periodMonths),
              open: each.people - each.signed,
              people: each.people,
            })}
          </p>
        </Notice>
      ))}
      {held.waiting === 0 ? null : (
        <Notice tone={part.ends ? "warn" : "info"}>
          <p>{say("reorganise.waiting", { count: held.waiting })}</p>
        </Notice>
      )}
      {part.ends
        ? held.loans.map((each) => (
            <p key={each.id}>
              {say("reorganise.loan", {
                who: each.actingHead.fullName,
                head: each.appointer.fullName,
              })}
            </p>
          ))
        : null}
    </>
  );
}

/** Roles, and units beneath, of a unit that ends. */
function Rest({ draft, change, part, held }: Asked & { part: Part; held: Stood }) {
  const named = draft.parts.map(({ id }) => id);
  return (
    <>
      {held.beneath
        .filter(({ id }) => !named.includes(id))
        .map(({ id, name }) => (
          <Where
            key={id}
            label={say("reorganise.beneath", { unit: name })}
            {...{ draft, part }}
            value={placeOf(draft, part, draft.beneath[id])}
            choose={(place) => change({ beneath: { ...draft.beneath, [id]: place } })}
          />
        ))}
      {held.roles.map(({ id, kind, person }) => (
        <Where
          key={id}
          label={say("reorganise.role", {
            who: person.fullName,
            role: say(`structure.mandate.${kind}`),
          })}
          {...{ draft, part }}
          value={placeOf(draft, part, draft.roles[id])}
          nowhere={say("reorganise.roleEnds")}
          choose={(place) => change({ roles: { ...draft.roles, [id]: place } })}
        />
      ))}
    </>
  );
}

function Where({
  draft,
  part,
  nowhere,
  isLabelHidden = false,
  ...told
}: {
  label: string;
  help?: string;
  isLabelHidden?: boolean;
  draft: Draft;
  part: Part;
  value: string;
  /** What it means to go nowhere; without it, it has to go somewhere. */
  nowhere?: string;
  choose: (place: string) => void;
}) {
  const places = outcomesOf(draft).filter(({ value }) => value !== part.id);
  const options = nowhere === undefined ? places : [...places, { value: NOWHERE, label: nowhere }];
  const named = options.map(({ value, label }) => ({
    value,
    label: label.trim() === "" ? say("reorganise.unnamedUnit") : label,
  }));
  return (
    <Choice
      {...told}
      isLabelHidden={isLabelHidden}
      options={named}
      {...(told.value === NOWHERE && nowhere === undefined ? { none: say("form.choose") } : {})}
    />
  );
}

function columns({
  draft,
  change,
  part,
}: Asked & { part: Part }): Column<Stood["posts"][number]>[] {
  return [
    {
      id: "person",
      title: say("structure.person"),
      isHeader: true,
      cell: (post) => (
        <div className="stack-tight">
          <span>{post.person.fullName}</span>
          <span className="quiet small">
            {dotted(say(`structure.office.${post.office}`), heldAs(post))}
          </span>
        </div>
      ),
    },
    {
      id: "where",
      title: say("reorganise.where"),
      cell: (post) => (
        <Where
          label={say("reorganise.whereOf", { who: post.person.fullName })}
          isLabelHidden
          {...{ draft, part }}
          value={placeOf(draft, part, draft.posts[post.id])}
          nowhere={say(part.ends ? "reorganise.postEnds" : "reorganise.postStays")}
          choose={(place) => change({ posts: { ...draft.posts, [post.id]: place } })}
        />
      ),
    },
    {
      id: "office",
      title: say("reorganise.office"),
      cell: (post) =>
        placeOf(draft, part, draft.posts[post.id]) === NOWHERE ? (
          "—"
        ) : (
          <Choice
            label={say("reorganise.officeOf", { who: post.person.fullName })}
            isLabelHidden
            value={officeOf(draft, post, placeOf(draft, part, draft.posts[post.id]))}
            options={OFFICES.map((value) => ({ value, label: say(`structure.office.${value}`) }))}
            choose={(office) => change({ offices: { ...draft.offices, [post.id]: office } })}
          />
        ),
    },
  ];
}

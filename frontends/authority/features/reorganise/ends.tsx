import { matches } from "@congtam/format";
import { say } from "@congtam/i18n";
import { Badge, Card, Fold, Pager, Search, usePages } from "@congtam/ui";
import { useState } from "react";
import { type Asked, Going, Unfinished } from "./moving";
import { keeperOf, officeOf, outcomesOf, type Part, partsOf, placeOf } from "./plan";
import type { Stood } from "./standing";

/** So many units at a time: an agency may have a hundred and more. */
const PAGE = 10;
/** Fewer are found without searching. */
const FEW = 3;

interface One {
  part: Part;
  held: Stood;
}

/** What becomes of each unit of an agency that ends: folded, for most go where the plan has put them;
 * those that ask something of the reader stand first. */
export function Ends({ draft, change, standing }: Asked & { standing: readonly Stood[] }) {
  const [search, type] = useState("");
  const all = partsOf(draft).flatMap((part) => {
    const held = standing.find(({ id }) => id === part.id);
    return part.ends && held ? [{ part, held }] : [];
  });
  const named = new Set(draft.parts.map(({ id }) => id));
  // Their places on the list stay while they are being answered.
  const [asking] = useState(
    () => new Set(all.filter((one) => asksOf(one, draft, named).length > 0).map(idOf)),
  );
  const found = all
    .filter(({ part, held }) => {
      const people = held.posts.map(({ person }) => person.fullName);
      return matches([part.name, ...people].join(" "), search);
    })
    .sort((left, right) => Number(asking.has(idOf(right))) - Number(asking.has(idOf(left))));
  const { shown, page, pages, turn } = usePages(found, PAGE);
  return (
    <Card title={say("merge.ends", { count: all.length })}>
      <p className="quiet">{say("merge.endsWhy", { count: asking.size })}</p>
      {all.length > FEW ? (
        <Search label={say("merge.search")} value={search} onChange={type} />
      ) : null}
      {found.length === 0 ? (
        <p className="quiet">{say("ui.nothingFound", { search })}</p>
      ) : (
        <div>
          {shown.map(({ part, held }) => (
            <Fold
              key={part.id}
              isOpen={mustChoose({ part, held }, named)}
              title={
                <Line {...{ draft, part, held }} asks={asksOf({ part, held }, draft, named)} />
              }
            >
              <Unfinished {...{ part, held }} />
              <Going {...{ draft, change, part, held }} />
            </Fold>
          ))}
        </div>
      )}
      <Pager
        place={say("ui.pageOf", { page: page + 1, pages })}
        back={page > 0 ? () => turn(-1) : null}
        on={page < pages - 1 ? () => turn(1) : null}
      />
    </Card>
  );
}

const idOf = ({ part }: One) => part.id;

/** Whether something there has no place yet that follows from the two trees. */
function mustChoose({ held }: One, named: ReadonlySet<string>): boolean {
  return held.isCut || held.beneath.some(({ id }) => !named.has(id));
}

/** What a reader should look at before the plan is tried, in words. */
function asksOf({ part, held }: One, draft: Asked["draft"], named: ReadonlySet<string>): string[] {
  const lowered = held.posts.filter(
    (post) => officeOf(draft, post, placeOf(draft, part, draft.posts[post.id])) !== post.office,
  );
  const found: [boolean, string][] = [
    [mustChoose({ part, held }, named), say("merge.mustChoose")],
    [held.months.length > 0, say("merge.unclosed", { count: held.months.length })],
    [held.waiting > 0, say("merge.waiting", { count: held.waiting })],
    [lowered.length > 0, say("merge.otherOffice", { count: lowered.length })],
  ];
  return found.filter(([is]) => is).map(([, words]) => words);
}

function Line({ draft, part, held, asks }: One & { draft: Asked["draft"]; asks: string[] }) {
  const keeper = keeperOf(draft, part);
  const where = outcomesOf(draft).find(({ value }) => value === keeper)?.label;
  return (
    <>
      <strong>{part.name}</strong>{" "}
      <span className="quiet small">
        {say("merge.goes", {
          count: held.posts.length,
          where: where ?? say("reorganise.keptAbove"),
        })}
      </span>{" "}
      {asks.map((words) => (
        <Badge key={words} tone="warn">
          {words}
        </Badge>
      ))}
    </>
  );
}

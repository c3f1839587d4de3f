import type { GroupPlacesFragment, PartyCampaignShownQuery } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { percent } from "@congtam/shared/party";
import { Card, Notice } from "@congtam/ui";

/** The excellent places of each group, before the decision. */
export function Places({ places }: { places: readonly GroupPlacesFragment[] }) {
  if (places.length === 0) return null;
  return (
    <Card title={say("places.title")}>
      <p className="quiet small">{say("places.why")}</p>
      <Board
        rows={places.map((each) => ({ ...each, last: each.undecided }))}
        last={say("places.undecided")}
      />
      {places.some(({ undecided }) => undecided > 0) ? (
        <Notice tone="warn">
          <p>{say("places.undecidedWhy")}</p>
        </Notice>
      ) : null}
    </Card>
  );
}

/** What the decision counted, group by group. */
export function Groups({ groups }: { groups: PartyCampaignShownQuery["partyGroups"] }) {
  return (
    <Card title={say("places.decided")}>
      <Board
        rows={groups.map((each) => ({ ...each, last: each.chosen }))}
        last={say("places.chosen")}
      />
      {groups.map((each) =>
        each.reason === "" ? null : (
          <p key={each.id}>
            {say("places.reason", {
              group: say(`party.category.${each.category}`),
              text: each.reason,
            })}
          </p>
        ),
      )}
    </Card>
  );
}

interface Row {
  category: GroupPlacesFragment["category"];
  rated: number;
  aboveLine: number;
  good: number;
  share: string;
  places: number;
  last: number;
}

function Board({ rows, last }: { rows: readonly Row[]; last: string }) {
  const heads = ["rated", "aboveLine", "good", "share", "places"] as const;
  const cells = (row: Row) =>
    [
      [say("places.rated"), row.rated],
      [say("places.aboveLine"), row.aboveLine],
      [say("places.good"), row.good],
      [say("places.share"), percent(row.share)],
      [say("places.places"), row.places],
      [last, row.last],
    ] as const;
  return (
    <div className="table-scroll">
      <table className="table folds" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {say("places.group")}
            </th>
            {heads.map((name) => (
              <th key={name} scope="col" role="columnheader" className="to-end">
                {say(`places.${name}`)}
              </th>
            ))}
            <th scope="col" role="columnheader" className="to-end">
              {last}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.category} role="row">
              <th scope="row" role="rowheader">
                {say(`party.category.${row.category}`)}
              </th>
              {cells(row).map(([title, value]) => (
                <td key={title} role="cell" data-title={title} className="to-end">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

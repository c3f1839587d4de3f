import { matches } from "@congtam/format";
import { say } from "@congtam/i18n";
import { type ReactNode, useState } from "react";
import { Icon } from "./icon";
import { Pager, type Turns } from "./pager";
import { type Pages, type Sorting, usePages } from "./paging";
import { Search } from "./search";

export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** How rows are ordered by this column; without it the column does not sort. */
  order?: (left: Row, right: Row) => number;
  isNumber?: boolean;
  /** The column that names the row. */
  isHeader?: boolean;
}

/** A table that sorts, filters and pages from the keyboard; on a phone each row becomes a small card. */
export function DataTable<Row extends { id: string }>({
  label,
  columns,
  rows,
  nothing,
  searched,
  pageSize = 25,
  part,
}: {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  /** What is said where there are no rows. */
  nothing: string;
  /** The text of a row that the search looks through; without it there is no search. */
  searched?: (row: Row) => string;
  pageSize?: number;
  /** Where the gateway has cut the list into parts, of which these rows are one: how to come to the
   * others. One pager turns the pages of a part, and from its ends to the next. */
  part?: Turns;
}) {
  const [search, setSearch] = useState("");
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const found =
    searched && search !== "" ? rows.filter((row) => matches(searched(row), search)) : rows;
  const ordered = inOrder(found, columns, sorting);
  const { shown, ...pages } = usePages(ordered, pageSize, part && rows[0]?.id);
  return (
    <div className="table-wrap">
      {searched && rows.length > pageSize / 2 ? (
        <Search label={say("ui.searchIn", { what: label })} value={search} onChange={setSearch} />
      ) : null}
      {found.length === 0 ? (
        <p className="quiet">{rows.length === 0 ? nothing : say("ui.nothingFound", { search })}</p>
      ) : (
        <div className="table-scroll">
          {/* The roles are said once more, since a table laid out as cards forgets its own. */}
          <table className="table folds" role="table" aria-label={label}>
            <thead role="rowgroup">
              <tr role="row">
                {columns.map((column) => (
                  <Head key={column.id} column={column} sorting={sorting} sort={setSorting} />
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {shown.map((row) => (
                <tr key={row.id} role="row">
                  {columns.map((column) => cell(column, row))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager what={label} {...turnsOf(pages, part)} />
    </div>
  );
}

const LAST = Number.POSITIVE_INFINITY;

/** Back and on through the pages, and at their ends to the parts before and after. */
function turnsOf({ page, pages, turn, leave }: Pages, part?: Turns): Turns & { place?: string } {
  const { back = null, on = null } = part ?? {};
  const to = (go: Turns["on"], entering: number) => go && (() => leave(go, entering));
  return {
    back: page > 0 ? () => turn(-1) : to(back, LAST),
    on: page < pages - 1 ? () => turn(1) : to(on, 0),
    ...(back || on ? {} : { place: say("ui.pageOf", { page: page + 1, pages }) }),
  };
}

function Head<Row>({
  column,
  sorting,
  sort,
}: {
  column: Column<Row>;
  sorting: Sorting | null;
  sort: (sorting: Sorting) => void;
}) {
  const turned = sorting?.column === column.id ? sorting.direction : "none";
  const next = turned === "ascending" ? "descending" : "ascending";
  return (
    <th
      scope="col"
      role="columnheader"
      className={column.isNumber ? "to-end" : undefined}
      {...(column.order ? { "aria-sort": turned } : {})}
    >
      {column.order ? (
        <button
          type="button"
          className="sort"
          onClick={() => sort({ column: column.id, direction: next })}
        >
          {column.title}
          {turned === "none" ? null : <Icon name={turned === "ascending" ? "up" : "down"} />}
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

/** No component of its own: there are hundreds, and each would cost an old machine before it shows any. */
function cell<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.isHeader) {
    return (
      <th key={column.id} scope="row" role="rowheader">
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td
      key={column.id}
      role="cell"
      data-title={column.title}
      className={column.isNumber ? "to-end" : undefined}
    >
      {column.cell(row)}
    </td>
  );
}

function inOrder<Row>(rows: Row[], columns: Column<Row>[], sorting: Sorting | null): Row[] {
  const order = columns.find((column) => column.id === sorting?.column)?.order;
  if (!order) return rows;
  const sorted = [...rows].sort(order);
  return sorting?.direction === "descending" ? sorted.reverse() : sorted;
}

import { UnitsOnDayDocument, type UnitsOnDayQuery, useAnswer } from "@congtam/graph";
import type { ReactNode } from "react";
import { Loaded } from "../shell/loaded";

export type Unit = UnitsOnDayQuery["unitsOf"]["nodes"][number];

/** Every unit of an agency on a day. The gateway cuts long lists: the next page is asked for when the
 * one before is there, and only agencies of more than a hundred units have one. */
export function AllUnits({
  agency,
  on,
  after = null,
  found = [],
  children,
}: {
  agency: string;
  on: string;
  after?: string | null;
  found?: Unit[];
  children: (units: Unit[]) => ReactNode;
}) {
  const answer = useAnswer(UnitsOnDayDocument, { agency, on, after });
  return (
    <Loaded answer={answer}>
      {({ unitsOf: { nodes, pageInfo } }) => {
        const all = [...found, ...nodes];
        if (!pageInfo.hasNextPage || !pageInfo.endCursor) return children(all);
        return (
          <AllUnits agency={agency} on={on} after={pageInfo.endCursor} found={all}>
            {children}
          </AllUnits>
        );
      }}
    </Loaded>
  );
}

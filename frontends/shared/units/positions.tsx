import { PositionsOnDayDocument, type PositionsOnDayQuery, useAnswer } from "@congtam/graph";
import type { ReactNode } from "react";
import { Loaded } from "../shell/loaded";

type Position = PositionsOnDayQuery["positions"]["nodes"][number];

/** Every job position of an agency on a day, as `AllUnits`. */
export function AllPositions({
  agency,
  on,
  after = null,
  found = [],
  children,
}: {
  agency: string;
  on: string;
  after?: string | null;
  found?: Position[];
  children: (positions: Position[]) => ReactNode;
}) {
  const answer = useAnswer(PositionsOnDayDocument, { agency, on, after });
  return (
    <Loaded answer={answer}>
      {({ positions: { nodes, pageInfo } }) => {
        const all = [...found, ...nodes];
        if (!pageInfo.hasNextPage || !pageInfo.endCursor) return children(all);
        return (
          <AllPositions agency={agency} on={on} after={pageInfo.endCursor} found={all}>
            {children}
          </AllPositions>
        );
      }}
    </Loaded>
  );
}

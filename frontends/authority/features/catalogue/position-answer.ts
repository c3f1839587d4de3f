import type { PositionPageQuery } from "@congtam/graph";

export type Found = PositionPageQuery;
export type Position = NonNullable<Found["position"]>;
export type Criteria = Found["generalCriteria"];

import type { UnitOnDayQuery } from "@congtam/graph";

export type Found = UnitOnDayQuery;
export type Unit = NonNullable<Found["unit"]>;

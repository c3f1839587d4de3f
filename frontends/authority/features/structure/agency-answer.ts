import type { AgencyPageQuery } from "@congtam/graph";

export type Agency = NonNullable<AgencyPageQuery["agency"]>;
export type Code = Agency["codes"][number];

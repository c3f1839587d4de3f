import type { RewardsQuery } from "@congtam/graph";

export type Year = RewardsQuery;

import type { RewardListShownQuery } from "@congtam/graph";

export type List = NonNullable<RewardListShownQuery["rewardList"]>;

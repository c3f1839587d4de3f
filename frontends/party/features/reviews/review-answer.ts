import type { PartyReviewShownQuery } from "@congtam/graph";

export type Shown = PartyReviewShownQuery;
export type Review = NonNullable<Shown["partyReview"]>;

import type { PartyBallotShownQuery } from "@congtam/graph";

export type Ballot = NonNullable<PartyBallotShownQuery["partyBallot"]>;

import type { PartyBodyShownQuery } from "@congtam/graph";

export type Shown = PartyBodyShownQuery;
export type Body = NonNullable<Shown["partyBody"]>;

import type { PetitionFileQuery } from "@congtam/graph";

export type Petition = NonNullable<PetitionFileQuery["petition"]>;

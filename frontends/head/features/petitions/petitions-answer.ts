import type { PetitionedFragment } from "@congtam/graph";

export type Petition = PetitionedFragment;

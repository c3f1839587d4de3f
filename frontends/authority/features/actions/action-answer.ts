import type { PersonnelActionShownQuery } from "@congtam/graph";

export type Action = NonNullable<PersonnelActionShownQuery["personnelAction"]>;
export type Step = Action["steps"][number];

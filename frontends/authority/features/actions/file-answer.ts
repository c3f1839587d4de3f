import type { PersonnelFileQuery } from "@congtam/graph";

export type PersonFile = PersonnelFileQuery;

import type { DisciplineOfQuery } from "@congtam/graph";

export type OfPerson = DisciplineOfQuery;

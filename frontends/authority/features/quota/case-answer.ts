import type { ClassCaseQuery } from "@congtam/graph";

export type Case = NonNullable<ClassCaseQuery["classification"]>;

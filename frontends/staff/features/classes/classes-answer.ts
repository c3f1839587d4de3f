import type { MyClassesQuery } from "@congtam/graph";

export type Case = MyClassesQuery["myClassifications"]["nodes"][number];

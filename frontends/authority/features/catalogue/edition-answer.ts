import type { EditionPageQuery } from "@congtam/graph";

export type Edition = NonNullable<EditionPageQuery["catalogue"]>;
export type Product = Edition["products"]["nodes"][number];

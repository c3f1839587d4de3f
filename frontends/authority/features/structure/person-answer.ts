import type { PersonPageQuery } from "@congtam/graph";

export type PersonFound = PersonPageQuery;
export type Person = NonNullable<PersonFound["person"]>;
export type Posting = Person["postings"][number];

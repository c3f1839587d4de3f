import type { OrganisationSchemesQuery } from "@congtam/graph";

export type Scheme = OrganisationSchemesQuery["organisationSchemes"]["nodes"][number];

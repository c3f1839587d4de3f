import type { OrganisationsQuery } from "@congtam/graph";

export type Round = OrganisationsQuery["recognitionRoundsOfAgency"]["nodes"][number];

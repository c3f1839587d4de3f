import type { PartyVoiceToGiveQuery } from "@congtam/graph";

type Found = NonNullable<PartyVoiceToGiveQuery["node"]>;
export type Voice = Extract<Found, { __typename: "PartyVoice" }>;
export type Review = NonNullable<Voice["review"]>;

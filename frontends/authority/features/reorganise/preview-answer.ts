import type { ReorganiseMutation } from "@congtam/graph";

export type Told = Extract<ReorganiseMutation["reorganise"], { __typename: "Reorganised" }>;

import type { OneSignalQuery } from "@congtam/graph";

export type Signal = NonNullable<OneSignalQuery["signal"]>;

import type { UnitMonthQuery } from "@congtam/graph";

export type Unit = UnitMonthQuery;
export type Delivery = Unit["waitingDeliveries"]["nodes"][number];

export type Level = "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED" | "INSUFFICIENT_DATA";

export interface RecordAnswer {
  me: { fullName: string } | null;
  myUnits: { name: string }[];
  mySheets: {
    nodes: { period: string; total: string | null; level: Level | null; unit: { name: string } }[];
  };
}

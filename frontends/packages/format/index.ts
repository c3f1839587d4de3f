export * from "./days";
export * from "./names";
export * from "./numbers";

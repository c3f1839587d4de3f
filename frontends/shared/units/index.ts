export { AllUnits, type Unit } from "./all";
export { type Branch, branches, flat, placedOn } from "./tree";

export { AllUnits, type Unit } from "./all";
export { type Option, PositionDeed, UnitDeed } from "./deed";
export { type Branch, branches, flat, placedOn } from "./tree";

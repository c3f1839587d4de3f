export { type Here, OfUnit, OtherUnits, useHere } from "./unit";

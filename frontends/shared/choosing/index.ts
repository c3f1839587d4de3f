export type { Chosen } from "./found-choice";
export { AgencyPicker, PersonPicker, PositionPicker, ProductPicker, UnitPicker } from "./pickers";

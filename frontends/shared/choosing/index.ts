export { AgencyPicker, PersonPicker, PositionPicker, UnitPicker } from "./pickers";

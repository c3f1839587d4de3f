export { type Agency, useAgency } from "./agency";
export { AgencyChoice } from "./choice";

export { useAgency } from "./agency";
export { AgencyChoice } from "./choice";

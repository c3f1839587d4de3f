export { heldAs } from "./held";

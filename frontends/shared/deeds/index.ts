export { Asked, Refused } from "./asked";
export { Downloads } from "./downloads";
export { noPaper, type Paper, PaperFields, paperOf } from "./paper";
export { ReasonAsked } from "./reason";
export { useYear, YearChoice } from "./year";

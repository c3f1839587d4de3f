export { DeedButtons, DeedDialog, type DeedForm, deedForm, Refused } from "./dialog";
export { FormFields } from "./fields";
export { PaperFields, PaperShown } from "./paper";
export {
  countOf,
  type Field,
  isTicked,
  numberOf,
  paperOf,
  textOf,
  thePaper,
  type Values,
  wrongIn,
} from "./values";

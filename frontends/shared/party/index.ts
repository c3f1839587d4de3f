export { Ask } from "./ask";
export { DeedButton } from "./deed-button";
export { aboutName, bodiesBelow, PARTY_LEVELS, spanName, voiceName } from "./names";
export { PaperFields } from "./paper";
export { NO_PAPER, paperOf } from "./paper-of";
export { PersonPicker } from "./person-picker";
export { Refused } from "./refused";
export { percent, Reviewed } from "./words";

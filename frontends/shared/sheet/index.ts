export { Faults, Lines, Marks } from "./parts";
export { Total } from "./total";
export { Cites, Explained, Steps } from "./explained";
export { LevelBadge, levelName, SheetState } from "./words";

export { Cites, Explained, Steps } from "./explained";
export { Faults, Lines, Marks } from "./parts";
export { Total } from "./total";
export { LevelBadge, levelName, SheetState } from "./words";

export { Explained } from "./explained";
export { LevelBadge, levelName, SheetState } from "./words";

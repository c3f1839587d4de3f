export { useCursor } from "./cursor";
export { useDrafts } from "./drafts";
export { Loaded } from "./loaded";
export { go, type Params, type Screen, useRoute } from "./route";
export type { MenuEntry, MenuPage } from "./shell";
export { startPortal } from "./start";
export { useTold } from "./told";
export { useToday, useWho } from "./who";

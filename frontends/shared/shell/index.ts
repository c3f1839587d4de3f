export { useCursor } from "./cursor";
export { useDrafts } from "./drafts";
export { Loaded } from "./loaded";
export type { MenuEntry, MenuPage } from "./portal";
export { go, type Params, type Screen, useRoute } from "./route";
export { startPortal } from "./start";
export { useTold } from "./told";
export { useToday, useWho } from "./who";

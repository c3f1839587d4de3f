export { Drafts } from "./drafts";
export { enterBy, within } from "./entrance";
export { type First, takeAnswer } from "./first";
export { takeGiven } from "./given";
export { Outbox, type Parked } from "./outbox";
export { currentSession, loginUrl, signOut } from "./session";
export type { Session, SignedIn } from "./signed-in";
export { type Standing, Watch } from "./watch";

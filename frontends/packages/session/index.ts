export { Drafts } from "./drafts";
export { enterBy, within } from "./entrance";
export { type First, takeAnswer } from "./first";
export { takeGiven } from "./given";
export { Outbox, type Parked } from "./outbox";
export {
  currentSession,
  loginUrl,
  type Session,
  type SignedIn,
  signOut,
} from "./session";
export { type Standing, Watch } from "./watch";

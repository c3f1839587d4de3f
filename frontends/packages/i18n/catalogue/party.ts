import { texts } from "../message";

/** The Party's portal. */
export const party = texts({
  "party.home": ["Tổng quan", "Overview"],
});

import { texts } from "../message";

/** What all sections of the authority's portal say. */
export const authority = texts({
  "authority.home": ["Tổng quan", "Overview"],
});

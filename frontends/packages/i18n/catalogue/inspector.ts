import { texts } from "../message";

/** The inspector's portal. */
export const inspector = texts({
  "inspector.home": ["Tổng quan", "Overview"],
});

import type { Screen } from "@congtam/shared/shell";
import { lazy } from "react";

/** Begun from the page of a unit that it concerns; before the units', whose last part is a day. */
export const screens: Screen[] = [
  { path: "/authority/units/:unit/reorganise", show: lazy(() => import("./reorganise")) },
];

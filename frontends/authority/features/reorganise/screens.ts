import type { Screen } from "@congtam/shared/shell";
import { lazy } from "react";

/** Begun from the page of a unit or agency that it concerns; before the units', whose last part is a day. */
export const screens: Screen[] = [
  { path: "/authority/agency/merge", show: lazy(() => import("./agencies")) },
  { path: "/authority/units/:unit/reorganise", show: lazy(() => import("./reorganise")) },
];

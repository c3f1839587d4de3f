import type { Screen } from "@congtam/shared/shell";
import { lazy } from "react";

const Organisations = lazy(() => import("./organisations"));
const Review = lazy(() => import("./review"));
const Judging = lazy(() => import("./judging"));
const Schemes = lazy(() => import("./schemes"));

export const screens: readonly Screen[] = [
  { path: "/authority/organisations", show: Organisations },
  { path: "/authority/organisations/:id", show: Review },
  { path: "/authority/organisations/:id/:step", show: Judging },
  { path: "/authority/schemes", show: Schemes },
];

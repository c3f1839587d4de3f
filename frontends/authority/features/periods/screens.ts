import type { MenuPage, Screen } from "@congtam/shared/shell";
import { lazy } from "react";

const Months = lazy(() => import("./months"));

export const screens: Screen[] = [
  { path: "/authority/periods", show: Months },
  { path: "/authority/periods/:period", show: Months },
  { path: "/authority/duties", show: lazy(() => import("./duties")) },
  { path: "/authority/locks", show: lazy(() => import("./locks")) },
  { path: "/authority/absences", show: lazy(() => import("./absences")) },
  { path: "/authority/results", show: lazy(() => import("./results")) },
  { path: "/authority/switches", show: lazy(() => import("./switches")) },
];

export const menu: MenuPage[] = [
  { path: "/authority/periods", title: "periods.months" },
  { path: "/authority/duties", title: "periods.duties" },
  { path: "/authority/locks", title: "periods.locks" },
  { path: "/authority/absences", title: "periods.absences" },
  { path: "/authority/results", title: "periods.results" },
  { path: "/authority/switches", title: "periods.switches" },
];

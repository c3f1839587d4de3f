import type { MenuPage, Screen } from "@congtam/shared/shell";
import { lazy } from "react";

export const screens: Screen[] = [
  { path: "/authority/positions", show: lazy(() => import("./positions")) },
  { path: "/authority/positions/:position", show: lazy(() => import("./position")) },
  { path: "/authority/catalogue", show: lazy(() => import("./editions")) },
  { path: "/authority/catalogue/:edition", show: lazy(() => import("./edition")) },
  { path: "/authority/deductions", show: lazy(() => import("./deductions")) },
];

export const menu: MenuPage[] = [
  { path: "/authority/positions", title: "catalogue.positions" },
  { path: "/authority/catalogue", title: "catalogue.editions" },
  { path: "/authority/deductions", title: "catalogue.deductions" },
];

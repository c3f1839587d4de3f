import type { MenuPage, Screen } from "@congtam/shared/shell";
import { lazy } from "react";

export const screens: Screen[] = [
  { path: "/authority/import", show: lazy(() => import("./import")) },
];

export const menu: MenuPage[] = [{ path: "/authority/import", title: "import.title" }];

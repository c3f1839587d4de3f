import type { MenuEntry, Screen } from "@congtam/shared/shell";
import { lazy } from "react";

export const screens: Screen[] = [{ path: "/authority", show: lazy(() => import("./home")) }];

export const menu: MenuEntry[] = [{ path: "/authority/", title: "authority.home" }];

import type { MenuPage, Screen } from "@congtam/shared/shell";
import { lazy } from "react";

const Unit = lazy(() => import("./unit"));

export const screens: Screen[] = [
  { path: "/authority/agency", show: lazy(() => import("./agency")) },
  { path: "/authority/units", show: lazy(() => import("./units")) },
  { path: "/authority/units/:unit", show: Unit },
  { path: "/authority/units/:unit/:day", show: Unit },
  { path: "/authority/people", show: lazy(() => import("./people")) },
  { path: "/authority/people/:person", show: lazy(() => import("./person")) },
];

export const menu: MenuPage[] = [
  { path: "/authority/units", title: "structure.units" },
  { path: "/authority/people", title: "structure.people" },
  { path: "/authority/agency", title: "authority.agency" },
];

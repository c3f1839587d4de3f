import type { MenuEntry, Screen } from "@congtam/shared/shell";
import { lazy } from "react";

const Alerts = lazy(() => import("./alerts"));
const Actions = lazy(() => import("./list"));
const Action = lazy(() => import("./action"));
const Find = lazy(() => import("./find"));
const PersonFile = lazy(() => import("./file"));
const Proposal = lazy(() => import("./propose"));
const Periodic = lazy(() => import("./periodic"));

export const screens: Screen[] = [
  { path: "/authority/personnel", show: Alerts },
  { path: "/authority/actions", show: Actions },
  { path: "/authority/actions/:id", show: Action },
  { path: "/authority/file", show: Find },
  { path: "/authority/file/:person", show: PersonFile },
  { path: "/authority/file/:person/propose", show: Proposal },
  { path: "/authority/file/:person/:record", show: PersonFile },
  { path: "/authority/periodic", show: Periodic },
];

export const menu: MenuEntry = {
  path: "/authority/personnel",
  title: "personnel.menu",
  beneath: [
    { path: "/authority/personnel", title: "personnel.alerts" },
    { path: "/authority/actions", title: "personnel.actions" },
    { path: "/authority/file", title: "personnel.find" },
    { path: "/authority/periodic", title: "personnel.periodic" },
    { path: "/authority/discipline", title: "personnel.discipline" },
    { path: "/authority/dossier", title: "personnel.dossier" },
  ],
};

import type { Screen } from "@congtam/shared/shell";
import { lazy } from "react";

const Dossiers = lazy(() => import("./dossiers"));
const OfPerson = lazy(() => import("./person"));

export const screens: Screen[] = [
  { path: "/authority/dossier", show: Dossiers },
  { path: "/authority/dossier/:person", show: OfPerson },
];

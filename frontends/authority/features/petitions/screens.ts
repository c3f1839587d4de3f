import type { MenuEntry, Screen } from "@congtam/shared/shell";
import { lazy } from "react";

const Petitions = lazy(() => import("./petitions"));
const Petition = lazy(() => import("./petition"));

export const screens: readonly Screen[] = [
  { path: "/authority/petitions", show: Petitions },
  { path: "/authority/petitions/:id", show: Petition },
];

export const menu: readonly MenuEntry[] = [
  { path: "/authority/petitions", title: "authority.petitions" },
];

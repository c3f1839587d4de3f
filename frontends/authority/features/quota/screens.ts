import { learn } from "@congtam/i18n";
import { yearMenu } from "@congtam/i18n/catalogue/year-menu";
import type { MenuEntry, Screen } from "@congtam/shared/shell";
import { lazy } from "react";

const Rounds = lazy(() => import("./rounds"));
const Board = lazy(() => import("./board"));
const Cases = lazy(() => import("./cases"));
const Case = lazy(() => import("./case"));
const Decided = lazy(() => import("./decided"));

learn(yearMenu);

export const screens: readonly Screen[] = [
  { path: "/authority/classes", show: Rounds },
  { path: "/authority/classes/case/:id", show: Case },
  { path: "/authority/classes/:round", show: Board },
  { path: "/authority/classes/:round/cases", show: Cases },
  { path: "/authority/decided", show: Decided },
];

export const menu: readonly MenuEntry[] = [
  {
    path: "/authority/classes",
    title: "authority.classes",
    beneath: [
      { path: "/authority/classes", title: "authority.quota" },
      { path: "/authority/decided", title: "authority.decided" },
      { path: "/authority/organisations", title: "authority.organisations" },
      { path: "/authority/schemes", title: "authority.schemes" },
      { path: "/authority/forms", title: "authority.forms" },
    ],
  },
];

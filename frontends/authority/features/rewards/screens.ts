import type { MenuEntry, Screen } from "@congtam/shared/shell";
import { lazy } from "react";

const Rewards = lazy(() => import("./rewards"));
const List = lazy(() => import("./list"));
const Rules = lazy(() => import("./rules"));
const Awards = lazy(() => import("./awards"));

export const screens: Screen[] = [
  { path: "/authority/rewards", show: Rewards },
  { path: "/authority/rewards/list/:id", show: List },
  { path: "/authority/reward-rules", show: Rules },
  { path: "/authority/reward-awards", show: Awards },
];

export const menu: MenuEntry = {
  path: "/authority/rewards",
  title: "rewards.menu",
  beneath: [
    { path: "/authority/rewards", title: "rewards.title" },
    { path: "/authority/reward-awards", title: "rewards.awards" },
    { path: "/authority/reward-rules", title: "rewards.rules" },
  ],
};

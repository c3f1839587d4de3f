import type { Screen } from "@congtam/shared/shell";
import { lazy } from "react";

const Register = lazy(() => import("./register"));
const OfPerson = lazy(() => import("./person"));

export const screens: Screen[] = [
  { path: "/authority/discipline", show: Register },
  { path: "/authority/discipline/:person", show: OfPerson },
];

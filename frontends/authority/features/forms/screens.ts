import type { Screen } from "@congtam/shared/shell";
import { lazy } from "react";

const Forms = lazy(() => import("./forms"));

export const screens: readonly Screen[] = [{ path: "/authority/forms", show: Forms }];

import { learn } from "@congtam/i18n";
import { inspector } from "@congtam/i18n/catalogue/inspector";
import { AgencyChoice } from "@congtam/shared/agency";
import { startPortal } from "@congtam/shared/shell";
import { lazy } from "react";

const Home = lazy(() => import("../features/home/home"));

learn(inspector);
void startPortal({
  name: "inspector",
  aside: AgencyChoice,
  screens: [{ path: "/inspector", show: Home }],
  menu: [{ path: "/inspector/", title: "inspector.home" }],
});

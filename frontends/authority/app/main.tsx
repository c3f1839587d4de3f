import { learn } from "@congtam/i18n";
import { authority } from "@congtam/i18n/catalogue/authority";
import { AgencyChoice } from "@congtam/shared/agency";
import { startPortal } from "@congtam/shared/shell";
import { lazy } from "react";

const Home = lazy(() => import("../features/home/home"));

learn(authority);
void startPortal({
  name: "authority",
  aside: AgencyChoice,
  screens: [{ path: "/authority", show: Home }],
  menu: [{ path: "/authority/", title: "authority.home" }],
});

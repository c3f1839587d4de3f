import { learn } from "@congtam/i18n";
import { authority } from "@congtam/i18n/catalogue/authority";
import { AgencyChoice } from "@congtam/shared/agency";
import { startPortal } from "@congtam/shared/shell";
import { lazy } from "react";
import * as forms from "../features/forms/screens";
import * as organisations from "../features/organisations/screens";
import * as petitions from "../features/petitions/screens";
import * as quota from "../features/quota/screens";

const Home = lazy(() => import("../features/home/home"));

learn(authority);
void startPortal({
  name: "authority",
  aside: AgencyChoice,
  screens: [
    { path: "/authority", show: Home },
    ...quota.screens,
    ...organisations.screens,
    ...petitions.screens,
    ...forms.screens,
  ],
  menu: [{ path: "/authority/", title: "authority.home" }, ...quota.menu, ...petitions.menu],
});

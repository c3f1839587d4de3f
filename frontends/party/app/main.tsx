import { learn } from "@congtam/i18n";
import { party } from "@congtam/i18n/catalogue/party";
import { startPortal } from "@congtam/shared/shell";
import { lazy } from "react";

const Home = lazy(() => import("../features/home/home"));

learn(party);
void startPortal({
  name: "party",
  screens: [{ path: "/party", show: Home }],
  menu: [{ path: "/party/", title: "party.home" }],
});

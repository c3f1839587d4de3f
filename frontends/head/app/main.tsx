import { learn } from "@congtam/i18n";
import { head } from "@congtam/i18n/catalogue/head";
import { month } from "@congtam/i18n/catalogue/month";
import { record } from "@congtam/i18n/catalogue/record";
import { startPortal } from "@congtam/shared/shell";
import { Score } from "../features/score/score";
import { UnitMonth } from "../features/unit/unit";

learn(head, month, record);
void startPortal({
  name: "head",
  screens: [
    { path: "/head", show: UnitMonth },
    { path: "/head/:unit/:period", show: UnitMonth },
    { path: "/head/:unit/:period/score", show: Score },
    { path: "/head/:unit/:period/score/:sheet", show: Score },
  ],
  menu: [{ path: "/head/", title: "head.month" }],
});

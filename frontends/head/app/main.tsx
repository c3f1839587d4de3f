import { startPortal } from "@congtam/shared/shell";
import { Score } from "../features/score/score";
import { UnitMonth } from "../features/unit/unit";

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

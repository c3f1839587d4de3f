import { learn } from "@congtam/i18n";
import { head } from "@congtam/i18n/catalogue/head";
import { month } from "@congtam/i18n/catalogue/month";
import { record } from "@congtam/i18n/catalogue/record";
import { startPortal } from "@congtam/shared/shell";
import { lazy } from "react";
import { UnitMonth } from "../features/unit/unit";

const Score = lazy(() => import("../features/score/score"));
const Work = lazy(() => import("../features/work/work"));
const Assign = lazy(() => import("../features/assign/assign"));
const Again = lazy(() => import("../features/assign/again"));
const Unfinished = lazy(() => import("../features/unfinished/unfinished"));
const Months = lazy(() => import("../features/months/months"));
const Units = lazy(() => import("../features/beneath/units"));
const SheetsBeneath = lazy(() => import("../features/beneath/sheets"));
const Overdue = lazy(() => import("../features/beneath/overdue"));
const Calibration = lazy(() => import("../features/beneath/calibration"));
const Petitions = lazy(() => import("../features/petitions/petitions"));
const Delegation = lazy(() => import("../features/delegation/delegation"));

learn(head, month, record);
void startPortal({
  name: "head",
  screens: [
    { path: "/head", show: UnitMonth },
    { path: "/head/work", show: Work },
    { path: "/head/work/:unit/unfinished", show: Unfinished },
    { path: "/head/work/:unit/:period", show: Work },
    { path: "/head/work/:unit/:period/assign", show: Assign },
    { path: "/head/work/:unit/:period/again", show: Again },
    { path: "/head/months", show: Months },
    { path: "/head/months/:unit", show: Months },
    { path: "/head/beneath", show: Units },
    { path: "/head/beneath/overdue", show: Overdue },
    { path: "/head/beneath/scores", show: Calibration },
    { path: "/head/beneath/scores/:unit/:period", show: Calibration },
    { path: "/head/beneath/:unit", show: Units },
    { path: "/head/beneath/:unit/:period", show: SheetsBeneath },
    { path: "/head/petitions", show: Petitions },
    { path: "/head/delegation", show: Delegation },
    { path: "/head/delegation/:unit", show: Delegation },
    { path: "/head/:unit/:period", show: UnitMonth },
    { path: "/head/:unit/:period/score", show: Score },
    { path: "/head/:unit/:period/score/:sheet", show: Score },
  ],
  menu: [
    { path: "/head/", title: "head.month" },
    { path: "/head/work", title: "head.work" },
    { path: "/head/months", title: "head.months" },
    {
      path: "/head/beneath",
      title: "head.beneath",
      beneath: [
        { path: "/head/beneath", title: "head.beneathUnits" },
        { path: "/head/beneath/overdue", title: "head.overdue" },
        { path: "/head/beneath/scores", title: "head.scores" },
      ],
    },
    { path: "/head/petitions", title: "head.petitions" },
    { path: "/head/delegation", title: "head.delegation" },
  ],
});

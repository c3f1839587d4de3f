import { learn } from "@congtam/i18n";
import { inspector } from "@congtam/i18n/catalogue/inspector";
import { AgencyChoice } from "@congtam/shared/agency";
import { startPortal } from "@congtam/shared/shell";
import { lazy } from "react";

const Home = lazy(() => import("../features/home/home"));
const Signals = lazy(() => import("../features/signals/signals"));
const OneSignal = lazy(() => import("../features/signals/signal"));
const Spread = lazy(() => import("../features/spread/spread"));
const People = lazy(() => import("../features/people/people"));
const OnePerson = lazy(() => import("../features/people/person"));
const OneSheet = lazy(() => import("../features/sheet/sheet"));
const SheetStory = lazy(() => import("../features/trail/sheet"));
const SubjectStory = lazy(() => import("../features/trail/subject"));
const Trail = lazy(() => import("../features/trail/trail"));
const Attempts = lazy(() => import("../features/trail/attempts"));

learn(inspector);
void startPortal({
  name: "inspector",
  aside: AgencyChoice,
  screens: [
    { path: "/inspector", show: Home },
    { path: "/inspector/signals/:period", show: Signals },
    { path: "/inspector/signals/:period/:kind", show: Signals },
    { path: "/inspector/signal/:id", show: OneSignal },
    { path: "/inspector/spread", show: Spread },
    { path: "/inspector/spread/:period", show: Spread },
    { path: "/inspector/people", show: People },
    { path: "/inspector/people/:id", show: OnePerson },
    { path: "/inspector/sheet/:id", show: OneSheet },
    { path: "/inspector/sheet/:id/story", show: SheetStory },
    { path: "/inspector/story/:id", show: SubjectStory },
    { path: "/inspector/trail", show: Trail },
    { path: "/inspector/trail/by/:actor", show: Trail },
    { path: "/inspector/attempts", show: Attempts },
  ],
  menu: [
    { path: "/inspector/", title: "inspector.home" },
    { path: "/inspector/spread", title: "inspector.spread" },
    { path: "/inspector/people", title: "inspector.people" },
    {
      path: "/inspector/trail",
      title: "inspector.trail",
      beneath: [
        { path: "/inspector/trail", title: "inspector.allDeeds" },
        { path: "/inspector/attempts", title: "inspector.attempts" },
      ],
    },
  ],
});

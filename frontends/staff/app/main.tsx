import { learn } from "@congtam/i18n";
import { month } from "@congtam/i18n/catalogue/month";
import { record } from "@congtam/i18n/catalogue/record";
import { startPortal } from "@congtam/shared/shell";
import { lazy } from "react";
import { Inbox } from "../features/inbox/inbox";
import { Month } from "../features/month/month";
import { PetitionForm } from "../features/petitions/form";
import { Petitions } from "../features/petitions/petitions";
import { Result } from "../features/result/result";
import { SelfAssessment } from "../features/self/self";

const Year = lazy(() => import("../features/year/year"));
const Classes = lazy(() => import("../features/classes/classes"));
const YearForm = lazy(() => import("../features/classes/form"));
const ClassPetition = lazy(() => import("../features/classes/petition"));
const Recorded = lazy(() => import("../features/record/record"));
const Readers = lazy(() => import("../features/record/readers"));

learn(month, record);
void startPortal({
  name: "staff",
  screens: [
    { path: "/staff", show: Month },
    { path: "/staff/month/:period", show: Month },
    { path: "/staff/self/:id", show: SelfAssessment },
    { path: "/staff/result/:id", show: Result },
    { path: "/staff/result/:id/petition", show: PetitionForm },
    { path: "/staff/year", show: Year },
    { path: "/staff/classes", show: Classes },
    { path: "/staff/classes/:id/form", show: YearForm },
    { path: "/staff/classes/:id/petition", show: ClassPetition },
    { path: "/staff/petitions", show: Petitions },
    { path: "/staff/record", show: Recorded },
    { path: "/staff/readers", show: Readers },
    { path: "/staff/inbox", show: Inbox },
  ],
  menu: [
    { path: "/staff/", title: "staff.month" },
    {
      path: "/staff/year",
      title: "staff.year",
      beneath: [
        { path: "/staff/year", title: "staff.results" },
        { path: "/staff/classes", title: "staff.classes" },
      ],
    },
    { path: "/staff/petitions", title: "staff.petitions" },
    {
      path: "/staff/record",
      title: "staff.record",
      beneath: [
        { path: "/staff/record", title: "staff.recorded" },
        { path: "/staff/readers", title: "staff.readers" },
      ],
    },
    { path: "/staff/inbox", title: "staff.inbox", count: (who) => who.myInbox?.unread ?? 0 },
  ],
});

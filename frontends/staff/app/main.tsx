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
    { path: "/staff/petitions", show: Petitions },
    { path: "/staff/inbox", show: Inbox },
  ],
  menu: [
    { path: "/staff/", title: "staff.month" },
    { path: "/staff/year", title: "staff.year" },
    { path: "/staff/petitions", title: "staff.petitions" },
    { path: "/staff/inbox", title: "staff.inbox", count: (who) => who.myInbox?.unread ?? 0 },
  ],
});

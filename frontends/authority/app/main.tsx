import { learn } from "@congtam/i18n";
import { authority } from "@congtam/i18n/catalogue/authority";
import { personnelMenu } from "@congtam/i18n/catalogue/personnel-menu";
import { AgencyChoice } from "@congtam/shared/agency";
import { startPortal } from "@congtam/shared/shell";
import * as actions from "../features/actions/screens";
import * as catalogue from "../features/catalogue/screens";
import * as discipline from "../features/discipline/screens";
import * as dossier from "../features/dossier/screens";
import * as forms from "../features/forms/screens";
import * as home from "../features/home/screens";
import * as imports from "../features/import/screens";
import * as organisations from "../features/organisations/screens";
import * as periods from "../features/periods/screens";
import * as petitions from "../features/petitions/screens";
import * as quota from "../features/quota/screens";
import * as reorganise from "../features/reorganise/screens";
import * as rewards from "../features/rewards/screens";
import * as structure from "../features/structure/screens";

learn(authority, personnelMenu);
void startPortal({
  name: "authority",
  aside: AgencyChoice,
  screens: [
    ...home.screens,
    ...reorganise.screens,
    ...structure.screens,
    ...catalogue.screens,
    ...periods.screens,
    ...imports.screens,
    ...quota.screens,
    ...organisations.screens,
    ...forms.screens,
    ...petitions.screens,
    ...actions.screens,
    ...discipline.screens,
    ...dossier.screens,
    ...rewards.screens,
  ],
  menu: [
    ...home.menu,
    {
      path: "/authority/units",
      title: "authority.structure",
      beneath: [...structure.menu, ...catalogue.menu],
    },
    {
      path: "/authority/periods",
      title: "authority.periods",
      beneath: [...periods.menu, ...imports.menu],
    },
    ...quota.menu,
    ...petitions.menu,
    actions.menu,
    rewards.menu,
  ],
});

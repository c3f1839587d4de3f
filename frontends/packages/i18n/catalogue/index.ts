import { authority } from "./authority";
import { CORE } from "./core";
import { editions } from "./editions";
import { head } from "./head";
import { imports } from "./imports";
import { inspector } from "./inspector";
import { people } from "./inspector-people";
import { signals } from "./inspector-signals";
import { spread } from "./inspector-spread";
import { trail } from "./inspector-trail";
import { month } from "./month";
import { party } from "./party";
import { periods } from "./periods";
import { positions } from "./positions";
import { record } from "./record";
import { classes } from "./staff-classes";
import { mine } from "./staff-record";
import { yearBoard } from "./year-board";
import { yearCases } from "./year-cases";
import { yearDeeds } from "./year-deeds";
import { yearForms } from "./year-forms";
import { yearMenu } from "./year-menu";
import { yearOrganisations } from "./year-organisations";
import { yearPetitions } from "./year-petitions";
import { yearReviews } from "./year-reviews";
import { structure } from "./structure";
import { structureDeeds } from "./structure-deeds";
import { switches } from "./switches";
import { waiting } from "./waiting";

/** Every text of the portals: Vietnamese first, English beside it. A page carries only what it learns. */
export const CATALOGUE = {
  ...CORE,
  ...authority,
  ...classes,
  ...editions,
  ...head,
  ...imports,
  ...inspector,
  ...mine,
  ...month,
  ...party,
  ...people,
  ...record,
  ...signals,
  ...spread,
  ...trail,
  ...yearBoard,
  ...yearCases,
  ...yearDeeds,
  ...yearForms,
  ...yearMenu,
  ...yearOrganisations,
  ...yearPetitions,
  ...yearReviews,
  ...periods,
  ...positions,
  ...record,
  ...structure,
  ...structureDeeds,
  ...switches,
  ...waiting,
};
export type Key = keyof typeof CATALOGUE;

import { authority } from "./authority";
import { CORE } from "./core";
import { discipline } from "./discipline";
import { dossier } from "./dossier";
import { editions } from "./editions";
import { head } from "./head";
import { headAbove } from "./head-above";
import { headUnfinished } from "./head-unfinished";
import { headWork } from "./head-work";
import { imports } from "./imports";
import { inspector } from "./inspector";
import { people } from "./inspector-people";
import { signals } from "./inspector-signals";
import { spread } from "./inspector-spread";
import { trail } from "./inspector-trail";
import { month } from "./month";
import { party } from "./party";
import { partyBallots } from "./party-ballots";
import { partyBodies } from "./party-bodies";
import { partyBody } from "./party-body";
import { partyCampaigns } from "./party-campaigns";
import { partyDeciding } from "./party-deciding";
import { partyFindings } from "./party-findings";
import { partyHome } from "./party-home";
import { partyReview } from "./party-review";
import { partyReviews } from "./party-reviews";
import { partyRules } from "./party-rules";
import { partyVoices } from "./party-voices";
import { partyWords } from "./party-words";
import { periods } from "./periods";
import { personnel } from "./personnel";
import { personnelAction } from "./personnel-action";
import { personnelCodes } from "./personnel-codes";
import { personnelFile } from "./personnel-file";
import { personnelMenu } from "./personnel-menu";
import { personnelPropose } from "./personnel-propose";
import { personnelSteps } from "./personnel-steps";
import { positions } from "./positions";
import { record } from "./record";
import { reorganise } from "./reorganise";
import { rewardFunds } from "./reward-funds";
import { rewardRules } from "./reward-rules";
import { rewards } from "./rewards";
import { classes } from "./staff-classes";
import { mine } from "./staff-record";
import { structure } from "./structure";
import { structureDeeds } from "./structure-deeds";
import { structureRegisters } from "./structure-registers";
import { switches } from "./switches";
import { waiting } from "./waiting";
import { yearBoard } from "./year-board";
import { yearCases } from "./year-cases";
import { yearDeeds } from "./year-deeds";
import { yearForms } from "./year-forms";
import { yearMenu } from "./year-menu";
import { yearOrganisations } from "./year-organisations";
import { yearPetitions } from "./year-petitions";
import { yearReviews } from "./year-reviews";

/** Every text of the portals: Vietnamese first, English beside it. A page carries only what it learns. */
export const CATALOGUE = {
  ...CORE,
  ...authority,
  ...classes,
  ...discipline,
  ...dossier,
  ...editions,
  ...head,
  ...imports,
  ...headAbove,
  ...headUnfinished,
  ...headWork,
  ...inspector,
  ...mine,
  ...month,
  ...party,
  ...people,
  ...periods,
  ...personnel,
  ...personnelAction,
  ...personnelCodes,
  ...personnelFile,
  ...personnelMenu,
  ...personnelPropose,
  ...personnelSteps,
  ...positions,
  ...partyBallots,
  ...partyBodies,
  ...partyBody,
  ...partyCampaigns,
  ...partyDeciding,
  ...partyFindings,
  ...partyHome,
  ...partyReview,
  ...partyReviews,
  ...partyRules,
  ...partyVoices,
  ...partyWords,
  ...record,
  ...reorganise,
  ...rewardFunds,
  ...rewardRules,
  ...rewards,
  ...signals,
  ...spread,
  ...structure,
  ...structureDeeds,
  ...structureRegisters,
  ...switches,
  ...trail,
  ...waiting,
  ...yearBoard,
  ...yearCases,
  ...yearDeeds,
  ...yearForms,
  ...yearMenu,
  ...yearOrganisations,
  ...yearPetitions,
  ...yearReviews,
};
export type Key = keyof typeof CATALOGUE;

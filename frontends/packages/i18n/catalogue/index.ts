import { authority } from "./authority";
import { CORE } from "./core";
import { head } from "./head";
import { inspector } from "./inspector";
import { month } from "./month";
import { party } from "./party";
import { record } from "./record";

/** Every text of the portals: Vietnamese first, English beside it. A page carries only what it learns. */
export const CATALOGUE = {
  ...CORE,
  ...authority,
  ...head,
  ...inspector,
  ...month,
  ...party,
  ...record,
};
export type Key = keyof typeof CATALOGUE;

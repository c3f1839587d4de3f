import { common } from "./common";
import { head } from "./head";
import { legal } from "./legal";
import { month } from "./month";
import { record } from "./record";
import { shell } from "./shell";

/** Every text of the portals: Vietnamese first, English beside it. */
export const CATALOGUE = { ...shell, ...common, ...head, ...legal, ...month, ...record };
export type Key = keyof typeof CATALOGUE;

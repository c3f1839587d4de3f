import { common } from "./common";
import { forms } from "./forms";
import { legal } from "./legal";
import { ruling } from "./ruling";
import { sheet } from "./sheet";
import { shell } from "./shell";

/** The texts that every page needs. */
export const CORE = { ...shell, ...common, ...legal, ...forms, ...ruling, ...sheet };

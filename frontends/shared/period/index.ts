export { periodName, spoken } from "./names";
export {
  keepQuarters,
  lastOfPeriod,
  lastPeriods,
  monthsIn,
  periodOf,
  periodsOf,
  type Quarters,
  shiftPeriod,
} from "./periods";
export { Turn } from "./turn";

export { useMeasure } from "./use-measure";

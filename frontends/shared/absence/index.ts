export { Absences } from "./absence";

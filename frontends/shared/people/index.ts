export { PeopleLinks } from "./links";

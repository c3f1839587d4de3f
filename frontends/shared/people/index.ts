export { PeopleLinks } from "./links";
export { PersonPicker } from "./picker";

import { say } from "@congtam/i18n";
import { Page } from "@congtam/ui";

/** The portal's first screen. */
export default function Home() {
  return <Page title={say("party.home")}>{null}</Page>;
}

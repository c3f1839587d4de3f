import { say } from "@congtam/i18n";
import { Choice } from "@congtam/ui";
import { chooseAgency, useAgency } from "./agency";

/** Which agency the screens are about, where somebody may choose among several. */
export function AgencyChoice() {
  const { agency, agencies } = useAgency();
  if (agency === null) return null;
  if (agencies.length === 1) return <p className="agency">{agency.name}</p>;
  return (
    <Choice
      label={say("shell.agency")}
      value={agency.id}
      options={agencies.map((each) => ({ value: each.id, label: each.name }))}
      choose={chooseAgency}
    />
  );
}

import { PartyPlaceDocument, useAnswer } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { letIn } from "@congtam/shared/portals";
import { Nothing } from "@congtam/ui";
import { type ReactNode, useEffect } from "react";

/** Opens the screens to whoever has a membership or an office; to others it says that there is nothing.
 * The screens do not wait for it: they show nothing to the others anyway. */
export function Gate({ children }: { children: ReactNode }) {
  const answer = useAnswer(PartyPlaceDocument, {});
  const place = answer.state === "ready" ? answer.data : null;
  const person = place?.me?.id;
  const isIn =
    place === null || place.myPartyMemberships.nodes.length + place.myPartyOffices.nodes.length > 0;
  useEffect(() => {
    if (person !== undefined) letIn(person, isIn);
  }, [person, isIn]);
  if (isIn) return children;
  return (
    <Nothing isPage title={say("party.nothing")}>
      <p className="quiet">{say("party.nothingWhy")}</p>
      <a href="/staff/">{say("portal.staff")}</a>
    </Nothing>
  );
}

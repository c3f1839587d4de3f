import { byGivenName, day } from "@congtam/format";
import { say } from "@congtam/i18n";
import { DeedButtons } from "@congtam/shared/forms";
import { Card } from "@congtam/ui";
import type { Found } from "./unit-answer";
import { revokeDelegation } from "./unit-deeds";

/** On whose behalf somebody acts as head of the unit. */
export function Lent({ delegations }: { delegations: Found["delegationsOf"]["nodes"] }) {
  if (delegations.length === 0) return null;
  return (
    <Card title={say("structure.lent")}>
      <ul className="plain">
        {delegations.map((each) => (
          <li key={each.id} className="told">
            <div className="stack-tight">
              <span>
                {say("structure.actsFor", {
                  who: each.actingHead.fullName,
                  head: each.appointer.fullName,
                })}
              </span>
              <span className="quiet small">
                {say("structure.lentFor", {
                  since: day(each.since),
                  until: each.until === null ? "…" : day(each.until),
                  reason: each.reason,
                })}
              </span>
              <span className="quiet small">
                {say(each.deeds === null ? "structure.lentAll" : "structure.lentSome")}
              </span>
            </div>
            {each.allowedActions.includes("RevokeDelegation") ? (
              <DeedButtons size="small" forms={[revokeDelegation(each)]} />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Who holds a role that is bound to the unit. */
export function Mandated({ mandates }: { mandates: Found["mandatesIn"]["nodes"] }) {
  if (mandates.length === 0) return null;
  const sorted = [...mandates].sort((left, right) =>
    byGivenName(left.person.fullName, right.person.fullName),
  );
  return (
    <Card title={say("structure.mandates")}>
      <ul className="plain">
        {sorted.map((each) => (
          <li key={each.id} className="told">
            <div className="stack-tight">
              <a href={`/authority/people/${each.person.id}`}>{each.person.fullName}</a>
              <span className="quiet small">
                {`${say(`structure.mandate.${each.kind}`)} · ${say("structure.since", { day: day(each.since) })}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

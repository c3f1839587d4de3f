import { say } from "@congtam/i18n";
import { Card, Notice, Page } from "@congtam/ui";
import { useEffect } from "react";
import type { Told } from "./preview-answer";
import { Verdicts } from "./verdicts";

export interface Outcome {
  verdicts: Told["verdicts"];
  names: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, string>;
  /** The units that came out of it. */
  units: { id: string; name: string }[];
}

/** The decision as it was carried out. */
export function Done({ outcome }: { outcome: Outcome }) {
  // What was filled in was longer: what came of it is read from its beginning.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <Page title={say("reorganise.title")}>
      <Card>
        <Notice tone="good">
          <p role="status">{say("reorganise.done")}</p>
        </Notice>
        <h2>{say("reorganise.cameOut")}</h2>
        <ul>
          {outcome.units.map(({ id, name }) => (
            <li key={id}>
              <a href={`/authority/units/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
        <p>{say("reorganise.next")}</p>
      </Card>
      <Card title={say("reorganise.verdicts")}>
        <Verdicts {...outcome} />
      </Card>
    </Page>
  );
}

import { today } from "@congtam/format";
import { ReorganisedUnitDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { reorganise } from "@congtam/i18n/catalogue/reorganise";
import { structure } from "@congtam/i18n/catalogue/structure";
import { useAgency } from "@congtam/shared/agency";
import { Loaded, type Params, useDrafts } from "@congtam/shared/shell";
import { Loading, Nothing, Page } from "@congtam/ui";
import { useState } from "react";
import { Decision, Parts } from "./decision";
import { Done, type Outcome } from "./done";
import { Gathered } from "./gathered";
import { Moving } from "./moving";
import { NewUnits } from "./opening";
import { type Draft, empty, partsOf } from "./plan";
import { Preview } from "./preview";

learn(reorganise, structure);

/** One decision on organisation: filled in, tried, and carried out as a whole. */
export default function Reorganise({ params }: { params: Params }) {
  const { agency } = useAgency();
  if (agency === null || params.unit === undefined) return <Loading />;
  return <Asked key={params.unit} agency={agency.id} unit={params.unit} />;
}

function Asked({ agency, unit }: { agency: string; unit: string }) {
  const answer = useAnswer(ReorganisedUnitDocument, { agency, unit, on: today() });
  const [done, tell] = useState<Outcome | null>(null);
  if (done !== null) return <Done outcome={done} />;
  return (
    <Loaded isPage answer={answer}>
      {({ unit: found }) =>
        found?.allowedActions.includes("Reorganise") ? (
          <Filling agency={agency} unit={{ id: found.id, name: found.name }} tell={tell} />
        ) : (
          <Nothing isPage title={say("reorganise.notYours")}>
            <a href={`/authority/units/${unit}`}>{say("reorganise.back")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

function Filling({
  agency,
  unit,
  tell,
}: {
  agency: string;
  unit: { id: string; name: string };
  tell: (done: Outcome) => void;
}) {
  const [kept, keep, forget] = useDrafts<Draft>(`reorganise.${unit.id}`);
  const draft = kept ?? empty({ ...unit, ends: true });
  const change = (changes: Partial<Draft>) => keep({ ...draft, ...changes });
  const asked = { agency, draft, change };
  return (
    <Page title={say("reorganise.title")}>
      <Decision {...asked} />
      {draft.kind === null ? null : (
        <>
          <Parts {...asked} first={unit.id} />
          {draft.kind === "TRANSFER" ? null : <NewUnits {...asked} />}
          <Gathered agency={agency} units={partsOf(draft)} on={draft.day || today()}>
            {(standing) => (
              <>
                <Moving {...{ draft, change, standing }} />
                <Preview
                  {...{ draft, standing }}
                  done={(outcome) => {
                    forget();
                    tell(outcome);
                  }}
                />
              </>
            )}
          </Gathered>
        </>
      )}
    </Page>
  );
}

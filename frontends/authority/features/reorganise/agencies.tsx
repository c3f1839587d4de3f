import { today } from "@congtam/format";
import { MergingAgenciesDocument, newId, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { reorganise } from "@congtam/i18n/catalogue/reorganise";
import { structure } from "@congtam/i18n/catalogue/structure";
import { AgencyPicker, type Chosen } from "@congtam/shared/choosing";
import { Loaded, useDrafts } from "@congtam/shared/shell";
import { Button, Card, Fold, Notice, Page } from "@congtam/ui";
import { useState } from "react";
import { AnotherPart, Decision } from "./decision";
import { Done, type Outcome } from "./done";
import { Ends } from "./ends";
import { Gathered } from "./gathered";
import { merging, type Trees } from "./merging";
import { NewUnits } from "./opening";

import { type Draft, type Ending, partsOf } from "./plan";
import { Preview } from "./preview";

learn(reorganise, structure);

const NOBODY: Chosen = { id: "", name: "" };
/** So many lines are read at a glance, and need no folding. */
const FEW = 5;

/** A whole agency goes up in another one: filled in, tried, and carried out as a whole. */
export default function Agencies() {
  const [kept, keep, forget] = useDrafts<Draft>("reorganise.agencies");
  const [done, tell] = useState<Outcome | null>(null);
  if (done !== null) return <Done outcome={done} />;
  return (
    <Page title={say("merge.title")}>
      {kept?.ending ? (
        <Filling
          draft={kept}
          ending={kept.ending}
          change={(changes) => keep({ ...kept, ...changes })}
          leave={forget}
          done={(outcome) => {
            forget();
            tell(outcome);
          }}
        />
      ) : (
        <Choosing begin={keep} />
      )}
    </Page>
  );
}

/** Which agency ends, and which one takes it in. */
function Choosing({ begin }: { begin: (draft: Draft) => void }) {
  const [agency, choose] = useState(NOBODY);
  const [into, chooseInto] = useState(NOBODY);
  const isChosen = agency.id !== "" && into.id !== "" && agency.id !== into.id;
  return (
    <Card title={say("merge.which")}>
      <p className="quiet">{say("merge.why")}</p>
      <div className="columns">
        <AgencyPicker
          label={say("merge.ending")}
          isRequired
          without={into.id}
          chosen={agency}
          choose={(id, name) => choose({ id, name })}
        />
        <AgencyPicker
          label={say("merge.into")}
          isRequired
          without={agency.id}
          chosen={into}
          choose={(id, name) => chooseInto({ id, name })}
        />
      </div>
      {isChosen ? <Begin key={`${agency.id} ${into.id}`} {...{ agency, into, begin }} /> : null}
    </Card>
  );
}

/** Units that were told so far, and after which of them the next are asked for. */
interface Read {
  units: Trees;
  after: { endingAfter: string | null; intoAfter: string | null };
}

const UNREAD: Read = {
  units: { ending: [], into: [] },
  after: { endingAfter: null, intoAfter: null },
};

function Begin({
  begin,
  read = UNREAD,
  ...ending
}: Ending & { begin: (draft: Draft) => void; read?: Read }) {
  const on = today();
  const { agency, into } = ending;
  const asked = { ending: agency.id, into: into.id, on, ...read.after };
  const answer = useAnswer(MergingAgenciesDocument, asked);
  return (
    <Loaded answer={answer}>
      {(found) => {
        const units = {
          ending: [...read.units.ending, ...found.ending.nodes],
          into: [...read.units.into, ...found.into.nodes],
        };
        if (found.ending.pageInfo.hasNextPage || found.into.pageInfo.hasNextPage) {
          const after = {
            endingAfter: found.ending.pageInfo.endCursor ?? read.after.endingAfter,
            intoAfter: found.into.pageInfo.endCursor ?? read.after.intoAfter,
          };
          const key = `${after.endingAfter} ${after.intoAfter}`;
          return <Begin key={key} {...{ ...ending, begin }} read={{ units, after }} />;
        }
        const isMine = [...units.ending, ...units.into].every(({ allowedActions }) =>
          allowedActions.includes("Reorganise"),
        );
        const draft = merging(ending, units, on, () => `new-${newId()}`);
        if (!isMine || draft === null) {
          return (
            <Notice tone="bad">
              <p role="alert">{say(isMine ? "merge.noRoot" : "merge.notYours")}</p>
            </Notice>
          );
        }
        return (
          <div className="row">
            <Button kind="main" onPress={() => begin(draft)}>
              {say("merge.begin")}
            </Button>
          </div>
        );
      }}
    </Loaded>
  );
}

function Filling({
  draft,
  ending,
  change,
  leave,
  done,
}: {
  draft: Draft;
  ending: Ending;
  change: (changes: Partial<Draft>) => void;
  leave: () => void;
  done: (outcome: Outcome) => void;
}) {
  const into = ending.into.id;
  const parts = partsOf(draft);
  const takingIn = parts.filter(({ ends }) => !ends);
  return (
    <>
      <Card
        title={say("merge.of", { agency: ending.agency.name, into: ending.into.name })}
        aside={
          <Button size="small" onPress={leave}>
            {say("merge.others")}
          </Button>
        }
      >
        <p>{say("merge.follows")}</p>
        <Fold
          title={say("merge.takingIn", { into: ending.into.name, count: takingIn.length })}
          isOpen={takingIn.length <= FEW}
        >
          <ul>
            {takingIn.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Fold>
        <AnotherPart
          key={parts.length}
          agency={into}
          known={draft.parts}
          label={say("merge.another", { into: ending.into.name })}
          add={(part) =>
            change({ parts: [...draft.parts, { ...part, ends: false, agency: into }] })
          }
        />
      </Card>
      <Decision agency={into} {...{ draft, change }} />
      <NewUnits agency={into} {...{ draft, change }} />
      <Gathered agency={ending.agency.id} units={parts} on={draft.day || today()}>
        {(standing) => (
          <>
            <Ends {...{ draft, change, standing }} />
            <Preview {...{ draft, standing, done }} />
          </>
        )}
      </Gathered>
    </>
  );
}

import { today } from "@congtam/format";
import { MergingAgenciesDocument, newId, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { reorganise } from "@congtam/i18n/catalogue/reorganise";
import { structure } from "@congtam/i18n/catalogue/structure";
import { AgencyPicker, type Chosen } from "@congtam/shared/choosing";
import { Loaded, useDrafts } from "@congtam/shared/shell";
import { Button, Card, Notice, Page } from "@congtam/ui";
import { useState } from "react";
import { AnotherPart, Decision, NewUnits } from "./decision";
import { Done, type Outcome } from "./done";
import { Gathered } from "./gathered";
import { merging } from "./merging";
import { Moving } from "./moving";
import { type Draft, type Ending, partsOf } from "./plan";
import { Preview } from "./preview";

learn(reorganise, structure);

const NOBODY: Chosen = { id: "", name: "" };

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

function Begin({ begin, ...ending }: Ending & { begin: (draft: Draft) => void }) {
  const on = today();
  const { agency, into } = ending;
  const answer = useAnswer(MergingAgenciesDocument, { ending: agency.id, into: into.id, on });
  return (
    <Loaded answer={answer}>
      {(found) => {
        const all = [...found.ending.nodes, ...found.into.nodes];
        const isCut = found.ending.pageInfo.hasNextPage || found.into.pageInfo.hasNextPage;
        const isMine = all.every(({ allowedActions }) => allowedActions.includes("Reorganise"));
        const units = { ending: found.ending.nodes, into: found.into.nodes };
        const draft = merging(ending, units, on, () => `new-${newId()}`);
        if (!isMine || isCut || draft === null) {
          const why = isMine ? (isCut ? "merge.cut" : "merge.noRoot") : "merge.notYours";
          return (
            <Notice tone="bad">
              <p role="alert">{say(why)}</p>
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
        <strong>{say("merge.takingIn", { into: ending.into.name })}</strong>
        <ul>
          {parts
            .filter(({ ends }) => !ends)
            .map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
        </ul>
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
            <Moving {...{ draft, change, standing }} />
            <Preview {...{ draft, standing, done }} />
          </>
        )}
      </Gathered>
    </>
  );
}

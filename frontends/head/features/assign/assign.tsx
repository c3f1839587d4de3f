import {
  AssigningDocument,
  type AssigningQuery,
  AssignManyDocument,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { headWork } from "@congtam/i18n/catalogue/head-work";
import { spoken } from "@congtam/shared/period";
import { Loaded, type Params, useDrafts, useToday, useTold } from "@congtam/shared/shell";
import { type Here, OfUnit } from "@congtam/shared/unit";
import { Button, ButtonLink, Card, Nothing, Notice, Page, Refused } from "@congtam/ui";
import { useState } from "react";
import { begun, type Draft, type Load, lacking, rowsOf } from "./draft";
import { Particulars } from "./particulars";
import { People } from "./people";
import { ProductChoice } from "./product";

learn(headWork);

/** Assign work from the catalogue, to one or several people at once. */
export default function Assign({ params }: { params: Params }) {
  return (
    <OfUnit params={params} none={<Nothing isPage title={say("unit.none")} />}>
      {(here) => <Shown key={here.unit} {...here} />}
    </OfUnit>
  );
}

function Shown(here: Here) {
  const { unit, period, months } = here;
  const answer = useAnswer(AssigningDocument, { unit, period });
  const back = `/head/work/${unit}/${period}`;
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page
          title={say("assign.title", { unit: found.unit?.name ?? "", ...spoken(period, months) })}
          actions={
            <>
              <ButtonLink href={`${back}/again`}>{say("assign.again", { months })}</ButtonLink>
              <ButtonLink href={back}>{say("work.back", { months })}</ButtonLink>
            </>
          }
        >
          <Form found={found} {...here} />
        </Page>
      )}
    </Loaded>
  );
}

/** Why somebody of those chosen got nothing. */
interface Problem {
  posting: string;
  message: string;
}

function Form({ found, unit, period, quarters }: Here & { found: AssigningQuery }) {
  const today = useToday();
  const [kept, keep, forget] = useDrafts<Draft>(`assign.${unit}.${period}`);
  const [tried, setTried] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const { act, pending, refusal } = useTold(useDeed(AssignManyDocument, say("assign.send")), null);
  const [done, setDone] = useState(0);
  const draft = kept ?? begun(period, today, quarters);
  const change = (changes: Partial<Draft>) => keep({ ...draft, ...changes });
  const missing = lacking(draft);
  const send = async () => {
    setTried(true);
    if (missing.length > 0) return;
    const outcome = await act({ rows: rowsOf(draft) });
    if (outcome.did === "parked") forget();
    if (outcome.did !== "done") return;
    const refused = draft.people.flatMap((posting, place) => {
      const row = outcome.value.outcomes[place];
      return row?.__typename === "Refused" ? [{ posting, message: row.message }] : [];
    });
    setProblems(refused);
    setDone(draft.people.length - refused.length);
    if (refused.length > 0) change({ people: refused.map(({ posting }) => posting) });
    else {
      forget();
      setTried(false);
    }
  };
  return (
    <>
      <Refused message={refusal?.message} />
      {done === 0 ? null : (
        <Notice tone="good">
          <p role="status">{say("assign.done", { count: done })}</p>
        </Notice>
      )}
      {problems.map(({ posting, message }) => (
        <Refused key={posting} message={`${nameOf(found.monthLoads, posting)}: ${message}`} />
      ))}
      <div className="judging">
        <Card title={say("assign.work")}>
          <ProductChoice
            agency={found.unit?.agency.id ?? ""}
            chosen={draft.product}
            choose={(product) => change({ product })}
            wrong={tried && missing.includes("product")}
          />
          <Particulars
            draft={draft}
            quarters={quarters}
            change={change}
            missing={tried ? missing : []}
          />
          <div className="row">
            <Button kind="main" isPending={pending} onPress={send}>
              {say("assign.sendTo", { count: draft.people.length })}
            </Button>
            <span className="quiet small">{say("assign.kept")}</span>
          </div>
        </Card>
        <Card title={say("assign.people")}>
          {tried && missing.includes("people") ? (
            <Refused message={say("assign.noPeople")} />
          ) : null}
          <People
            loads={found.monthLoads}
            chosen={draft.people}
            choose={(people) => change({ people })}
          />
        </Card>
      </div>
    </>
  );
}

function nameOf(loads: Load[], posting: string): string {
  return loads.find((load) => load.posting?.id === posting)?.person?.fullName ?? "";
}

import {
  GatesAheadDocument,
  type GatesAheadQuery,
  ProposalOfDocument,
  type ProposalOfQuery,
  ProposePersonnelActionDocument,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { personnel } from "@congtam/i18n/catalogue/personnel";
import { personnelCodes } from "@congtam/i18n/catalogue/personnel-codes";
import { personnelPropose } from "@congtam/i18n/catalogue/personnel-propose";
import { useAgency } from "@congtam/shared/agency";
import { FormFields, Refused, type Values, wrongIn } from "@congtam/shared/forms";
import { go, Loaded, type Params, useDrafts, useTold } from "@congtam/shared/shell";
import { Button, ButtonLink, Card, Nothing, Notice, Page } from "@congtam/ui";
import { useState } from "react";
import { Gates } from "./gates";
import { asked, fieldsOf, proposed } from "./proposal";
import { Cite } from "./words";

learn(personnel, personnelCodes, personnelPropose);

export type About = ProposalOfQuery;
type Ahead = NonNullable<GatesAheadQuery["personnelStanding"]>;

/** A proposal, with its gates beside it before it is made. */
export default function Proposal({ params }: { params: Params }) {
  const id = params.person ?? "";
  const { agency } = useAgency();
  const [kept, keep, forget] = useDrafts<Values>(`propose.${id}`);
  const values = kept ?? {};
  const answer = useAnswer(ProposalOfDocument, { person: id }, agency === null);
  return (
    <Loaded isPage answer={answer}>
      {(about) =>
        about.personnelStanding?.allowedActions.includes("ProposePersonnelAction") ? (
          <Form about={about} own={agency?.id ?? ""} {...{ values, keep, forget }} />
        ) : (
          <Nothing isPage title={say("propose.notYours")}>
            <a href={`/authority/file/${id}`}>{say("propose.file")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

function Form({
  about,
  own,
  values,
  keep,
  forget,
}: {
  about: About;
  own: string;
  values: Values;
  keep: (values: Values) => void;
  forget: () => void;
}) {
  const title = say("propose.title", { name: about.person?.fullName ?? "" });
  const [tried, setTried] = useState(false);
  const ahead = useAnswer(GatesAheadDocument, asked(about, values, own), !values.kind);
  const told = ahead.state === "ready" ? ahead.data.personnelStanding : null;
  const { act, pending, refusal } = useTold(
    useDeed(ProposePersonnelActionDocument, title),
    say("propose.done"),
  );
  const fields = fieldsOf(about, told?.procedure ?? null, values, own);
  const wrong = wrongIn(fields, values);
  const send = async () => {
    setTried(true);
    if (told === null || Object.keys(wrong).length > 0) return;
    const outcome = await act(proposed(about, values, told.procedure));
    if (outcome.did !== "done" && outcome.did !== "parked") return;
    forget();
    if (outcome.did === "done") go(`/authority/actions/${outcome.value.id}`);
  };
  return (
    <Page title={title}>
      <div className="judging">
        <Card title={say("propose.what")}>
          <FormFields
            fields={fields}
            values={values}
            wrong={tried ? wrong : {}}
            change={(changes) => keep({ ...values, ...changes, ...withoutPost(changes) })}
          />
          <Refused refusal={refusal} />
          <div className="row">
            <Button kind="main" isPending={pending} onPress={send}>
              {say("propose.send")}
            </Button>
            <ButtonLink href={`/authority/file/${about.person?.id}`}>{say("ui.cancel")}</ButtonLink>
          </div>
        </Card>
        {values.kind ? (
          <div className="stack">
            <Loaded answer={ahead}>
              {({ personnelStanding }) =>
                personnelStanding ? (
                  <Conditions ahead={personnelStanding} person={about.person?.id ?? ""} />
                ) : null
              }
            </Loaded>
          </div>
        ) : (
          <Notice>{say("propose.chooseKind")}</Notice>
        )}
      </div>
    </Page>
  );
}

/** What stands in the way today, and what the proposal would go through. */
function Conditions({ ahead, person }: { ahead: Ahead; person: string }) {
  const { gates, procedure } = ahead;
  const closed = gates.filter((gate) => !gate.open).length;
  return (
    <>
      <Card title={say("propose.gates")}>
        <Notice tone={closed === 0 ? "good" : "warn"}>
          {closed === 0 ? say("propose.allOpen") : say("propose.someClosed", { count: closed })}
        </Notice>
        <Gates gates={gates} person={person} />
        <p className="quiet small">{say("propose.gatesWhy")}</p>
      </Card>
      <Card title={say("propose.steps")}>
        <p>{say(`propose.decides.${procedure.deciding}`)}</p>
        <ol className="steps">
          {procedure.steps.map((step) => (
            <li key={step.code} className="stack-tight">
              <span>{step.name}</span>
              <span className="quiet small">{say(`stepOwner.${step.owner}`)}</span>
              <Cite>{step.cite}</Cite>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}

/** Another agency has other units and positions. */
function withoutPost(changes: Values): Values {
  if (changes.agency === undefined) return {};
  return { unit: "", "unit.called": "", position: "", "position.called": "" };
}

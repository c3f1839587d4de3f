import { PersonnelFileDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { personnel } from "@congtam/i18n/catalogue/personnel";
import { personnelCodes } from "@congtam/i18n/catalogue/personnel-codes";
import { personnelFile } from "@congtam/i18n/catalogue/personnel-file";
import { DeedButtons } from "@congtam/shared/forms";
import { Loaded, type Params } from "@congtam/shared/shell";
import { ButtonLink, Card, Nothing, Notice, Page } from "@congtam/ui";
import { recordFact } from "./fact-form";
import type { PersonFile } from "./file-answer";
import { Classes, Posts, Salaries } from "./file-history";
import { Facts, States, Wishes } from "./file-records";
import { recordState, recordWish } from "./records";
import { ActionState, Cite, dayOr } from "./words";

learn(personnel, personnelCodes, personnelFile);

/** Somebody's file, as far as personnel actions ask for it; a record that was cited is marked. */
export default function PersonFilePage({ params }: { params: Params }) {
  const answer = useAnswer(PersonnelFileDocument, { person: params.person ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {(found) =>
        found.person ? (
          <Shown file={found} cited={params.record ?? ""} />
        ) : (
          <Nothing isPage title={say("personFile.nobody")}>
            <a href="/authority/file">{say("personnel.find")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

function Shown({ file, cited }: { file: PersonFile; cited: string }) {
  const { person, personnelStanding: standing } = file;
  if (!person) return null;
  const may = standing?.allowedActions ?? [];
  return (
    <Page
      title={person.fullName}
      actions={
        <>
          <ButtonLink href={`/authority/discipline/${person.id}`}>
            {say("personFile.discipline")}
          </ButtonLink>
          {may.includes("ProposePersonnelAction") ? (
            <ButtonLink kind="main" href={`/authority/file/${person.id}/propose`}>
              {say("actions.propose")}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <p className="quiet">{[person.staffCode, person.agency.name].filter(Boolean).join(" · ")}</p>
      {standing === null ? <Notice>{say("personFile.notYours")}</Notice> : null}
      <Proposals file={file} />
      <Card title={say("personFile.actions")}>
        <Actions file={file} />
      </Card>
      <Card title={say("personFile.posts")}>
        <Posts file={file} cited={cited} />
      </Card>
      <Card title={say("personFile.classes")}>
        <Classes file={file} cited={cited} />
      </Card>
      <Card title={say("personFile.facts")}>
        <Facts file={file} cited={cited} />
        <DeedButtons forms={[may.includes("RecordServiceFact") && recordFact(file)]} />
      </Card>
      <Card title={say("personFile.states")}>
        <p className="quiet">{say("personFile.statesWhy")}</p>
        <States file={file} cited={cited} />
        <DeedButtons forms={[may.includes("RecordProtectedState") && recordState(person.id)]} />
      </Card>
      <Card title={say("personFile.wishes")}>
        <Wishes file={file} cited={cited} />
        <DeedButtons forms={[may.includes("StateWish") && recordWish(person.id)]} />
      </Card>
      <Salaries file={file} may={may} />
    </Page>
  );
}

/** What the last class and the last count of confidence give ground to propose. */
function Proposals({ file }: { file: PersonFile }) {
  const proposals = file.personnelStanding?.proposals ?? [];
  if (proposals.length === 0) return null;
  return (
    <Notice tone="warn">
      <strong>{say("personFile.mayBeProposed")}</strong>
      <ul className="plain stack-tight">
        {proposals.map((each) => (
          <li key={each.kind}>
            {say(`actionKind.${each.kind}`)}: {each.because.text} <Cite>{each.because.cite}</Cite>
            {each.dueOn === null ? null : (
              <span className="small"> {say("personFile.dueOn", { day: dayOr(each.dueOn) })}</span>
            )}
          </li>
        ))}
      </ul>
      <span className="small">{say("personFile.nobodyMust")}</span>
    </Notice>
  );
}

function Actions({ file }: { file: PersonFile }) {
  const actions = file.personnelActionsOfPerson.nodes;
  if (actions.length === 0) return <p className="quiet">{say("actions.none")}</p>;
  return (
    <ul className="steps">
      {actions.map((each) => (
        <li key={each.id} className="row spread">
          <a href={`/authority/actions/${each.id}`}>{each.name}</a>
          <span className="row">
            {each.effectiveOn ? (
              <span className="quiet small">
                {say("actions.fromDay", { day: dayOr(each.effectiveOn) })}
              </span>
            ) : null}
            <ActionState state={each.state} />
          </span>
        </li>
      ))}
    </ul>
  );
}

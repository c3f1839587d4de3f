import { day, decimal, instant } from "@congtam/format";
import {
  type DossiersQuery,
  type Payload,
  ReadDossierDocument,
  type ReadDossierMutation,
  useDeed,
} from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { Refused } from "@congtam/shared/forms";
import { spoken } from "@congtam/shared/period";
import { useTold } from "@congtam/shared/shell";
import { Button, Confirm, Fact, Facts } from "@congtam/ui";
import { useState } from "react";

type Dossier = DossiersQuery["dossiersOpenTo"]["nodes"][number];
type Read = Payload<ReadDossierMutation>;

/** A dossier that is open: reading it is a deed, and what it shows stays while this page is open. */
export function Reading({ dossier }: { dossier: Dossier }) {
  const [asks, ask] = useState(false);
  const [read, keep] = useState<Read | null>(null);
  const title = say("dossier.readOf", { name: dossier.person.fullName });
  const { act, pending, refusal } = useTold(useDeed(ReadDossierDocument, title), null);
  const open = async () => {
    const outcome = await act({
      dossierId: dossier.id,
      person: dossier.person.id,
      purpose: dossier.purpose,
    });
    ask(false);
    if (outcome.did === "done") keep(outcome.value);
  };
  return (
    <div className="group">
      <div className="row spread">
        <h3>{dossier.person.fullName}</h3>
        {dossier.allowedActions.includes("ReadDossier") ? (
          <Button size="small" onPress={() => ask(true)}>
            {say(read === null ? "dossier.read" : "dossier.readAgain")}
            <span className="unseen">{dossier.person.fullName}</span>
          </Button>
        ) : null}
      </div>
      <Facts>
        <Fact name={say("dossier.purpose")}>{say(`dossierPurpose.${dossier.purpose}`)}</Fact>
        <Fact name={say("dossier.keeps")}>{dossier.fromAgency.name}</Fact>
        <Fact name={say("dossier.forHead")}>{dossier.unit.name}</Fact>
        <Fact name={say("dossier.days")}>
          {say("dossier.fromTo", { since: day(dossier.since), until: day(dossier.until) })}
        </Fact>
        <Fact name={say("dossier.basis")}>{say(`dossierBasis.${dossier.basis}`)}</Fact>
      </Facts>
      <span className="quiet small">{dossier.cites.join("; ")}</span>
      <Refused refusal={refusal} />
      {read === null ? null : <Contents read={read} />}
      {asks ? (
        <Confirm
          title={title}
          confirm={say("dossier.read")}
          pending={pending}
          act={open}
          close={() => ask(false)}
        >
          <p>{say("dossier.readWhy", { purpose: say(`dossierPurpose.${dossier.purpose}`) })}</p>
        </Confirm>
      ) : null}
    </div>
  );
}

/** What the purpose lets be shown, and nothing else. */
function Contents({ read }: { read: Read }) {
  const isEmpty = read.classes.length + read.months.length + read.discipline.length === 0;
  return (
    <div className="notice">
      <strong>{say("dossier.readAt", { when: instant(read.readAt) })}</strong>
      {isEmpty ? <p>{say("dossier.empty")}</p> : null}
      <Part title={say("dossier.classes")}>
        {read.classes.map((each) => (
          <li key={`${each.year}.${each.agency}`}>
            {say("dossier.class", {
              year: each.year,
              level: say(each.level ? `level.${each.level}` : "dossier.notRated"),
              agency: each.agency,
            })}
            {each.decisionNo ? (
              <span className="quiet small">
                {" "}
                {say("dossier.decision", { number: each.decisionNo })}
              </span>
            ) : null}
          </li>
        ))}
      </Part>
      <Part title={say("dossier.months")}>
        {read.months.map((each) => (
          <li key={`${each.period}.${each.unitName}`}>
            {say("dossier.month", {
              ...spoken(each.period, each.months),
              level: say(`level.${each.level}`),
              total: each.total === null ? "—" : decimal(each.total, language()),
              unit: each.unitName,
            })}
          </li>
        ))}
      </Part>
      <Part title={say("dossier.discipline")}>
        {read.discipline.map((each) => (
          <li key={`${each.source}.${each.since}`}>
            {say("dossier.disciplined", {
              form: say(`ruling.form.${each.form}`),
              source: say(`ruling.source.${each.source}`),
              since: day(each.since),
              until: day(each.until),
            })}
          </li>
        ))}
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{title}</h3>
      <ul className="plain">{children}</ul>
    </div>
  );
}

import {
  PetitionClassDocument,
  PetitionedClassDocument,
  type PetitionedClassQuery,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { classes } from "@congtam/i18n/catalogue/staff-classes";
import { LevelBadge } from "@congtam/shared/sheet";
import { go, Loaded, type Params, useDrafts, useTold } from "@congtam/shared/shell";
import { Button, ButtonLink, Card, LongTextField, Nothing, Notice, Page } from "@congtam/ui";
import { useState } from "react";

learn(classes);

type Case = NonNullable<PetitionedClassQuery["classification"]>;
const MOST = 10_000;

/** A petition against my own class: it goes to the authority that classified. */
export default function PetitionAgainstClass({ params }: { params: Params }) {
  const answer = useAnswer(PetitionedClassDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ classification: found }) =>
        found?.mayPetition ? (
          <Form found={found} />
        ) : (
          <Nothing isPage title={say("petition.notNow")}>
            <a href="/staff/classes">{say("staff.classes")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

function Form({ found }: { found: Case }) {
  const title = say("classes.petitionTitle", { year: found.year });
  const [draft, keep, forget] = useDrafts<string>(`petition.${found.id}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(PetitionClassDocument, title),
    say("petition.filed"),
  );
  const text = draft ?? "";
  const send = async () => {
    setTried(true);
    if (text.trim() === "") return;
    const outcome = await act({ classification: found.id, text });
    if (outcome.did !== "done") return;
    forget();
    go("/staff/petitions");
  };
  return (
    <Page title={title}>
      <Card>
        <p className="row">
          {say("classes.against", { no: found.decisionNo ?? "—" })}
          {found.appliedLevel === null ? null : <LevelBadge level={found.appliedLevel} />}
        </p>
        <p className="quiet">{say("classes.petitionHow", { unit: found.classifyingUnit.name })}</p>
        {refusal ? (
          <Notice tone="bad">
            <p role="alert">{refusal.message}</p>
          </Notice>
        ) : null}
        <LongTextField
          label={say("petition.text")}
          help={say("petition.textHelp")}
          value={text}
          onChange={keep}
          wrong={tried && text.trim() === "" ? say("petition.textMissing") : undefined}
          maxLength={MOST}
          autoFocus
        />
        <div className="row">
          <Button kind="main" isPending={pending} onPress={send}>
            {say("petition.send")}
          </Button>
          <ButtonLink href="/staff/classes">{say("ui.cancel")}</ButtonLink>
        </div>
      </Card>
    </Page>
  );
}

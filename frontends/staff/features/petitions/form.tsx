import { decimal } from "@congtam/format";
import {
  PetitionedSheetDocument,
  type PetitionedSheetQuery,
  PetitionScoreDocument,
  useAnswer,
  useDeed,
} from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { spoken } from "@congtam/shared/period";
import { LevelBadge } from "@congtam/shared/sheet";
import { go, Loaded, type Params, useDrafts, useTold } from "@congtam/shared/shell";
import { Button, ButtonLink, Card, LongTextField, Nothing, Notice, Page } from "@congtam/ui";
import { useState } from "react";

type Sheet = NonNullable<PetitionedSheetQuery["sheet"]>;

/** A petition against my own result: it goes to the next head up. */
export function PetitionForm({ params }: { params: Params }) {
  const answer = useAnswer(PetitionedSheetDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ sheet }) =>
        sheet?.mayPetition ? (
          <Form sheet={sheet} />
        ) : (
          <Nothing isPage title={say("petition.notNow")}>
            <a href="/staff/petitions">{say("staff.petitions")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

function Form({ sheet }: { sheet: Sheet }) {
  const title = say("petition.title", spoken(sheet.period, sheet.periodMonths));
  const [draft, keep, forget] = useDrafts<string>(`petition.${sheet.id}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(PetitionScoreDocument, title),
    say("petition.filed"),
  );
  const text = draft ?? "";
  const send = async () => {
    setTried(true);
    if (text.trim() === "") return;
    const outcome = await act({ sheet: sheet.id, text });
    if (outcome.did === "done") {
      forget();
      go("/staff/petitions");
    }
  };
  return (
    <Page title={title}>
      <Card>
        <p className="row">
          {say("petition.against", {
            total: sheet.total === null ? "—" : decimal(sheet.total, language()),
          })}
          {sheet.level ? <LevelBadge level={sheet.level} /> : null}
        </p>
        <p className="quiet">{say("petition.how")}</p>
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
          maxLength={10_000}
          autoFocus
        />
        <div className="row">
          <Button kind="main" isPending={pending} onPress={send}>
            {say("petition.send")}
          </Button>
          <ButtonLink href={`/staff/result/${sheet.id}`}>{say("ui.cancel")}</ButtonLink>
        </div>
      </Card>
    </Page>
  );
}

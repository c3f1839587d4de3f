import { decimal, instant } from "@congtam/format";
import {
  type Level,
  SubmitYearFormDocument,
  useAnswer,
  useDeed,
  YearFormDocument,
  type YearFormQuery,
} from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { classes } from "@congtam/i18n/catalogue/staff-classes";
import { monthsIn } from "@congtam/shared/period";
import { LevelBadge, levelName } from "@congtam/shared/sheet";
import { go, Loaded, type Params, useDrafts, useTold } from "@congtam/shared/shell";
import {
  Button,
  ButtonLink,
  Card,
  Choice,
  Confirm,
  LongTextField,
  Nothing,
  Notice,
  Page,
} from "@congtam/ui";
import { useState } from "react";

learn(classes);

type Case = NonNullable<YearFormQuery["classification"]>;

interface Draft {
  level: Level | "";
  text: string;
}

const LEVELS: Level[] = ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"];
const MOST = 10_000;

/** Form 02: what I say of my year, and the class I think right. */
export default function YearForm({ params }: { params: Params }) {
  const answer = useAnswer(YearFormDocument, { id: params.id ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {({ classification: found }) =>
        found?.allowedActions.includes("SubmitYearForm") ? (
          <Form found={found} />
        ) : (
          <Nothing isPage title={say("form02.notNow")}>
            <a href="/staff/classes">{say("staff.classes")}</a>
          </Nothing>
        )
      }
    </Loaded>
  );
}

function Form({ found }: { found: Case }) {
  const title = say("form02.title", { year: found.year });
  const [kept, keep, forget] = useDrafts<Draft>(`form02.${found.id}`);
  const [tried, setTried] = useState(false);
  const [asking, ask] = useState(false);
  const { act, pending, refusal } = useTold(
    useDeed(SubmitYearFormDocument, title),
    say("form02.sent"),
  );
  const { level, text } = kept ?? { level: found.selfLevel ?? "", text: found.selfText ?? "" };
  const isWhole = level !== "" && text.trim() !== "";
  const send = async () => {
    if (level === "") return;
    const outcome = await act({ case: found.id, version: found.version, level, text });
    ask(false);
    if (outcome.did !== "done") return;
    forget();
    go("/staff/classes");
  };
  const tryIt = () => {
    setTried(true);
    ask(isWhole);
  };
  return (
    <Page title={title}>
      <Returned found={found} />
      <Card>
        <p className="quiet">{say("form02.how")}</p>
        <Result found={found} />
        {refusal ? (
          <Notice tone="bad">
            <p role="alert">{refusal.message}</p>
          </Notice>
        ) : null}
        <LongTextField
          label={say("form02.text")}
          help={say("form02.textHelp")}
          value={text}
          onChange={(typed) => keep({ level, text: typed })}
          wrong={tried && text.trim() === "" ? say("form02.textMissing") : undefined}
          maxLength={MOST}
        />
        <Choice
          label={say("form02.level")}
          value={level}
          none={say("form02.choose")}
          options={LEVELS.map((each) => ({ value: each, label: levelName(each) }))}
          choose={(chosen) => keep({ level: chosen, text })}
          wrong={tried && level === "" ? say("form02.levelMissing") : undefined}
        />
        <div className="row">
          <Button kind="main" onPress={tryIt}>
            {say("form02.send")}
          </Button>
          <ButtonLink href="/staff/classes">{say("form02.later")}</ButtonLink>
          {kept === null ? null : <span className="quiet small">{say("form02.kept")}</span>}
        </div>
      </Card>
      {asking && level !== "" ? (
        <Confirm
          title={say("form02.sure")}
          confirm={say("form02.send")}
          pending={pending}
          act={send}
          close={() => ask(false)}
        >
          <p>{say("form02.sureWhy", { level: levelName(level) })}</p>
        </Confirm>
      ) : null}
    </Page>
  );
}

/** The mean of the months, which nobody writes in by hand. */
function Result({ found: { result, year } }: { found: Case }) {
  if (result === null) return null;
  return (
    <p className="row">
      {say("form02.result", {
        total: result.total === null ? "—" : decimal(result.total, language()),
        months: monthsIn(`${year}-01-01`),
      })}
      {result.level === null ? null : <LevelBadge level={result.level} />}
    </p>
  );
}

function Returned({ found: { forms } }: { found: Case }) {
  const last = forms.at(-1);
  if (!last?.returnedAt) return null;
  return (
    <Notice tone="warn">
      <p>{say("classes.returned", { reason: last.returnedReason ?? "" })}</p>
      <p className="small">{say("form02.returnedAt", { when: instant(last.returnedAt) })}</p>
    </Notice>
  );
}

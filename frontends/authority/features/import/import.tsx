import { MayImportDocument, useAnswer } from "@congtam/graph";
import { type Key, learn, say } from "@congtam/i18n";
import { imports } from "@congtam/i18n/catalogue/imports";
import { useAgency } from "@congtam/shared/agency";
import { Loaded } from "@congtam/shared/shell";
import {
  Button,
  ButtonLink,
  Card,
  Choice,
  Confirm,
  Loading,
  Nothing,
  Notice,
  Page,
} from "@congtam/ui";
import { useId, useState } from "react";
import { useImport } from "./sending";
import { Verdicts } from "./verdicts";

learn(imports);

const KINDS = [
  { kind: "catalogue", action: "ImportCatalogue", accept: ".xlsx" },
  { kind: "positions", action: "ImportPositions", accept: ".json" },
  { kind: "staff", action: "ImportStaff", accept: ".xlsx" },
] as const;
type Kind = (typeof KINDS)[number];

/** A file into the registers: tried first, then for good. */
export default function Import() {
  const { agency } = useAgency();
  return (
    <Page title={say("import.heading")}>
      {agency === null ? <Loading /> : <Asked key={agency.id} agency={agency.id} />}
    </Page>
  );
}

function Asked({ agency }: { agency: string }) {
  const answer = useAnswer(MayImportDocument, { agency });
  return (
    <Loaded answer={answer}>
      {({ agency: of }) => {
        const mine = KINDS.filter(({ action }) => of?.allowedActions.includes(action));
        return mine.length === 0 ? (
          <Card>
            <Nothing title={say("import.notYours")} />
          </Card>
        ) : (
          <Trying agency={agency} kinds={mine} />
        );
      }}
    </Loaded>
  );
}

function Trying({ agency, kinds }: { agency: string; kinds: readonly Kind[] }) {
  const [name, choose] = useState<Kind["kind"] | "">("");
  const [file, pick] = useState<File | null>(null);
  const [sure, ask] = useState(false);
  const { report, problem, pending, send, forget } = useImport(agency);
  const kind = kinds.find((each) => each.kind === name);
  const tried = report?.dryRun ? report : null;
  const bad = tried?.outcomes.rejected ?? 0;
  const going = () => {
    ask(false);
    if (kind && file) void send(kind.kind, file, { dryRun: false });
  };
  return (
    <>
      <Card>
        <div className="columns">
          <Choice
            label={say("import.kind")}
            value={name}
            none={say("form.choose")}
            options={kinds.map(({ kind: value }) => ({
              value,
              label: say(`import.kind.${value}`),
            }))}
            choose={(value) => {
              choose(value);
              pick(null);
              forget();
            }}
          />
          {kind === undefined ? null : (
            <FileField
              key={kind.kind}
              kind={kind}
              pick={(chosen) => {
                pick(chosen);
                forget();
              }}
            />
          )}
        </div>
        {kind?.kind === "staff" ? (
          <div className="row">
            <ButtonLink size="small" href="/imports/staff/template.xlsx">
              {say("import.template")}
            </ButtonLink>
          </div>
        ) : null}
        {problem === null ? null : (
          <Notice tone="bad">
            <p role="alert">{problem}</p>
          </Notice>
        )}
        <div className="row">
          <Button
            kind={tried === null ? "main" : "plain"}
            isDisabled={kind === undefined || file === null}
            isPending={pending}
            onPress={() => {
              if (kind && file) void send(kind.kind, file, { dryRun: true });
            }}
          >
            {say("import.try")}
          </Button>
          {tried === null ? null : (
            <Button kind="main" isPending={pending} onPress={() => ask(true)}>
              {say("import.do")}
            </Button>
          )}
        </div>
        <p className="quiet small">{say("import.tryWhy")}</p>
      </Card>
      {report === null ? null : (
        <Verdicts
          report={report}
          again={
            kind && file ? () => void send(kind.kind, file, { dryRun: false, again: true }) : null
          }
        />
      )}
      {sure ? (
        <Confirm
          title={say("import.sure")}
          confirm={say("import.do")}
          act={going}
          close={() => ask(false)}
        >
          <p>{say(bad > 0 ? "import.sureBad" : "import.sureAll", { count: bad })}</p>
        </Confirm>
      ) : null}
    </>
  );
}

function FileField({ kind, pick }: { kind: Kind; pick: (file: File | null) => void }) {
  const id = useId();
  const help: Key = `import.help.${kind.kind}`;
  return (
    <div className="field">
      <label htmlFor={id}>{say("import.file", { ending: kind.accept })}</label>
      <input
        id={id}
        className="input"
        type="file"
        accept={kind.accept}
        aria-describedby={`${id}-help`}
        onChange={(event) => pick(event.target.files?.[0] ?? null)}
      />
      <span id={`${id}-help`} className="help">
        {say(help)}
      </span>
    </div>
  );
}

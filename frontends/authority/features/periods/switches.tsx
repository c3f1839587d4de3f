import { day, today } from "@congtam/format";
import {
  SetSwitchDocument,
  SwitchesOfAgencyDocument,
  type SwitchesOfAgencyQuery,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { switches } from "@congtam/i18n/catalogue/switches";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, type DeedForm, deedForm, type Field } from "@congtam/shared/forms";
import { Loaded } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Loading, Page } from "@congtam/ui";
import { answerOf } from "./answers";

learn(switches);

type Found = SwitchesOfAgencyQuery;
type Agency = NonNullable<Found["agency"]>;
type Question = Found["switchQuestions"][number];
type Chosen = Agency["switches"][number];

interface Row {
  id: string;
  question: Question;
  /** What the agency has chosen for today; null where the default holds. */
  now: Chosen | null;
  /** What it has chosen for a day to come. */
  next: Chosen | null;
}

/** What the law leaves open, and what the agency's regulation chose. */
export default function Switches() {
  const { agency } = useAgency();
  return (
    <Page title={say("switches.title")}>
      {agency === null ? <Loading /> : <Asked key={agency.id} agency={agency.id} />}
    </Page>
  );
}

function Asked({ agency }: { agency: string }) {
  const answer = useAnswer(SwitchesOfAgencyDocument, { agency });
  return (
    <Loaded answer={answer}>
      {({ agency: of, switchQuestions }) =>
        of === null ? null : (
          <Card title={of.name}>
            <p className="quiet small">{say("switches.how")}</p>
            <DataTable
              label={say("switches.title")}
              columns={columns(of)}
              rows={switchQuestions.map((question) => rowOf(question, of))}
              nothing=""
              searched={({ question }) => question.asks}
              pageSize={50}
            />
          </Card>
        )
      }
    </Loaded>
  );
}

function rowOf(question: Question, agency: Agency): Row {
  const on = today();
  const chosen = agency.switches.filter(({ name }) => name === question.name);
  const now = chosen.find(({ since, until }) => since <= on && (until === null || on <= until));
  const next = chosen.find(({ since }) => since > on);
  return { id: question.name, question, now: now ?? null, next: next ?? null };
}

function columns(agency: Agency): Column<Row>[] {
  const told: Column<Row>[] = [
    {
      id: "asks",
      title: say("switches.question"),
      isHeader: true,
      cell: ({ question }) => (
        <div className="stack-tight">
          <span>{question.asks}</span>
          <span className="quiet small">{question.basis}</span>
        </div>
      ),
    },
    {
      id: "answer",
      title: say("switches.answer"),
      cell: ({ question, now, next }) => (
        <div className="stack-tight">
          <span className="row">
            {answerOf(question.name, now?.value ?? question.default)}
            {now === null ? <Badge>{say("switches.default")}</Badge> : null}
          </span>
          {now === null ? null : (
            <span className="quiet small">
              {say("switches.by", { basis: now.basis, day: day(now.since) })}
            </span>
          )}
          {next === null ? null : (
            <span className="quiet small">
              {say("switches.next", {
                day: day(next.since),
                answer: answerOf(question.name, next.value),
              })}
            </span>
          )}
        </div>
      ),
    },
  ];
  if (!agency.allowedActions.includes("SetSwitch")) return told;
  const act: Column<Row> = {
    id: "act",
    title: say("switches.act"),
    cell: ({ question }) =>
      question.answers.length === 1 ? null : (
        <DeedButtons size="small" forms={[choose(agency, question)]} />
      ),
  };
  return [...told, act];
}

function choose(agency: Agency, question: Question): DeedForm {
  const value: Field =
    question.answers.length === 0
      ? { kind: "line", name: "value", label: "switches.number", isRequired: true }
      : {
          kind: "choice",
          name: "value",
          label: "switches.answer",
          isRequired: true,
          options: question.answers.map((answer) => ({
            value: answer,
            label: answerOf(question.name, answer),
          })),
        };
  return deedForm({
    document: SetSwitchDocument,
    name: `switch.${agency.id}.${question.name}`,
    title: say("switches.choose"),
    why:
      question.answers.length === 0
        ? say("switches.askNumber", { question: question.asks, allowed: question.allowed })
        : question.asks,
    confirm: say("switches.chooseDo"),
    done: say("switches.chosen"),
    fields: [
      value,
      { kind: "line", name: "basis", label: "switches.basis", isRequired: true },
      { kind: "day", name: "begins", label: "switches.begins", isRequired: true },
    ],
    variables: (values) => ({
      agencyId: agency.id,
      name: question.name,
      value: (values.value ?? "").replace(",", "."),
      basis: values.basis ?? "",
      begins: values.begins ?? "",
    }),
  });
}

import { today } from "@congtam/format";
import {
  HearPersonnelSubjectDocument,
  HoldPersonnelVoteDocument,
  RecordPersonnelStepDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import {
  countOf,
  deedForm,
  type Field,
  paperOf,
  textOf,
  thePaper,
  type Values,
} from "@congtam/shared/forms";
import type { Action, Step } from "./action-answer";

const AGREEMENT = ["agree", "disagree"] as const;
/** The forms of discipline that a council recommends, as a count names them. */
const FORMS = ["reprimand", "warning", "demotion", "dismissal"] as const;
const NAMED = ["1", "2", "3"] as const;

/** The next step as done, with what it leaves on paper. */
export function stepDone(action: Action, step: Step) {
  return deedForm({
    name: `actionStep.${step.id}`,
    title: say("actionStep.record"),
    why: step.name,
    confirm: say("actionStep.recordNow"),
    done: say("actionStep.recorded"),
    start: { doneOn: today() },
    fields: [
      { kind: "day", name: "doneOn", label: "actionStep.day", isRequired: true },
      {
        kind: "paper",
        name: "document",
        label: "actionStep.paper",
        isRequired: step.needsDocument,
      },
      { kind: "long", name: "note", label: "action.note" },
    ],
    document: RecordPersonnelStepDocument,
    variables: (values) => ({
      action: action.id,
      version: action.version,
      step: step.code,
      doneOn: textOf(values, "doneOn"),
      document: paperOf(values, "document"),
      note: values.note ?? "",
    }),
  });
}

export function hearing(action: Action, step: Step) {
  return deedForm({
    name: `hear.${step.id}`,
    title: say("actionStep.hear"),
    why: say("actionStep.hearWhy", { who: action.person.fullName }),
    confirm: say("actionStep.recordNow"),
    done: say("actionStep.heardNow"),
    start: { heardOn: today() },
    fields: [
      { kind: "day", name: "heardOn", label: "actionStep.heardOn", isRequired: true },
      { kind: "long", name: "said", label: "actionStep.said", isRequired: true },
      {
        kind: "paper",
        name: "document",
        label: "actionStep.minutes",
        isRequired: step.needsDocument && !step.needsVote,
      },
    ],
    document: HearPersonnelSubjectDocument,
    variables: (values) => ({
      action: action.id,
      version: action.version,
      said: values.said ?? "",
      heardOn: textOf(values, "heardOn"),
      document: paperOf(values, "document"),
    }),
  });
}

/** The count of a vote: how many for what, never whose. */
export function vote(action: Action, step: Step) {
  const rule = step.voteRule;
  const choices = choicesOf(action, step);
  return deedForm({
    name: `actionVote.${step.id}`,
    title: say("actionVote.record"),
    why: rule
      ? say("actionVote.how", { body: rule.body, rule: told(rule), cite: rule.cite })
      : step.name,
    confirm: say("actionStep.recordNow"),
    done: say("actionStep.recorded"),
    start: { heldOn: today() },
    fields: [
      { kind: "day", name: "heldOn", label: "actionVote.day", isRequired: true },
      { kind: "number", name: "summoned", label: "actionVote.summoned", isRequired: true },
      { kind: "number", name: "present", label: "actionVote.present", isRequired: true },
      ...choices.fields,
      ...(rule?.half === "HEAD" || rule?.half === "HEAD_BETWEEN_TWO" || rule?.short === "HEAD"
        ? [
            pick(
              "headChoice",
              "actionVote.headChoice",
              "actionVote.headChoiceHelp",
              choices.options,
            ),
          ]
        : []),
      ...(rule?.half === "CHAIR"
        ? [pick("chair", "actionVote.chair", "actionVote.chairHelp", choices.options)]
        : []),
      { kind: "paper", name: "document", label: "actionStep.minutes", isRequired: true },
    ],
    document: HoldPersonnelVoteDocument,
    variables: (values) => ({
      action: action.id,
      version: action.version,
      step: step.code,
      summoned: countOf(values, "summoned") ?? 0,
      present: countOf(values, "present") ?? 0,
      counts: choices.counted(values),
      document: thePaper(values, "document"),
      heldOn: textOf(values, "heldOn"),
      headChoice: textOf(values, "headChoice"),
      chair: textOf(values, "chair"),
    }),
  });
}

interface Choices {
  fields: Field[];
  options: { value: string; label: string }[];
  counted: (values: Values) => { choice: string; ballots: number }[];
}

function choicesOf(action: Action, step: Step): Choices {
  if (step.voteRule?.about === "AGREEMENT") return fixed(AGREEMENT);
  if (action.kind === "DISCIPLINE") return fixed(FORMS);
  return people(action);
}

function fixed(codes: readonly (typeof AGREEMENT | typeof FORMS)[number][]): Choices {
  return {
    fields: codes.map((code) => ({
      kind: "number",
      name: `count.${code}`,
      label: `actionBallot.${code}`,
      isRequired: true,
    })),
    options: codes.map((value) => ({ value, label: say(`actionBallot.${value}`) })),
    counted: (values) =>
      codes.map((choice) => ({ choice, ballots: countOf(values, `count.${choice}`) ?? 0 })),
  };
}

/** The person himself, and up to three others of the agency who got ballots. */
function people(action: Action): Choices {
  const own = action.person;
  const others = NAMED.flatMap((place): Field[] => [
    { kind: "person", name: `other.${place}`, label: "actionVote.other", agency: action.agency.id },
    {
      kind: "number",
      name: `count.${place}`,
      label: "actionVote.otherCount",
      isRequired: true,
      asked: (values) => textOf(values, `other.${place}`) !== null,
    },
  ]);
  return {
    fields: [
      {
        kind: "number",
        name: "count.own",
        label: "actionVote.ballotsFor",
        values: { name: own.fullName },
        isRequired: true,
      },
      ...others.map((field, at) => (at < 2 ? field : afterTheOneBefore(field))),
    ],
    options: [{ value: own.id, label: own.fullName }],
    counted: (values) => [
      { choice: own.id, ballots: countOf(values, "count.own") ?? 0 },
      ...NAMED.flatMap((place) => {
        const choice = textOf(values, `other.${place}`);
        return choice === null ? [] : [{ choice, ballots: countOf(values, `count.${place}`) ?? 0 }];
      }),
    ],
  };
}

/** A further name is asked for once the one before it is given. */
function afterTheOneBefore(field: Field): Field {
  const before = Number(field.name.slice(field.name.indexOf(".") + 1)) - 1;
  const asked = field.asked ?? (() => true);
  return {
    ...field,
    asked: (values) => textOf(values, `other.${before}`) !== null && asked(values),
  };
}

function pick(
  name: string,
  label: "actionVote.headChoice" | "actionVote.chair",
  help: "actionVote.headChoiceHelp" | "actionVote.chairHelp",
  options: { value: string; label: string }[],
): Field {
  return { kind: "choice", name, label, help, options };
}

/** How the vote is counted, in a sentence. */
function told(rule: NonNullable<Step["voteRule"]>): string {
  return [
    rule.quorum === null ? null : say("voteRule.quorum", { share: rule.quorum }),
    rule.members === null ? null : say("voteRule.members", { count: rule.members }),
    rule.odd ? say("voteRule.odd") : null,
    say(`voteRule.majority.${rule.base}`, { share: rule.majority }),
    say(`voteRule.half.${rule.half}`),
    say(`voteRule.short.${rule.short}`),
    rule.secret ? say("voteRule.secret") : null,
    say(rule.announced ? "voteRule.announced" : "voteRule.kept"),
  ]
    .filter((each) => each !== null)
    .join(" ");
}

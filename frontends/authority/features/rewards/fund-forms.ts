import { RecordSalaryFundDocument, type RewardKind, SetBonusFundDocument } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { deedForm, type Field, numberOf, thePaper, type Values } from "@congtam/shared/forms";
import { SPANS } from "./words";

interface Standing {
  version: number;
  amount: string;
}
interface Fund extends Standing {
  parts: readonly { span: string; amount: string }[];
}

export function salaryFund(agency: string, year: number, fund: Standing | null) {
  return deedForm({
    name: `salary-fund.${agency}.${year}`,
    title: say(fund === null ? "salaryFund.record" : "salaryFund.change"),
    why: say("salaryFund.why"),
    confirm: say("rewards.record"),
    done: say("rewards.recorded"),
    start: { amount: fund?.amount ?? "" },
    fields: [
      { kind: "number", name: "amount", label: "rewards.amount", isRequired: true },
      { kind: "paper", name: "document", label: "fund.decision", isRequired: true },
    ],
    document: RecordSalaryFundDocument,
    variables: (values) => ({
      agency,
      year,
      amount: numberOf(values, "amount") ?? "0",
      document: thePaper(values, "document"),
      version: fund?.version ?? null,
    }),
  });
}

/** The fund of a kind with its parts; the amount of the bonus fund is the law's. */
export function bonusFund(agency: string, year: number, kind: RewardKind, fund: Fund | null) {
  const amount: Field[] =
    kind === "INCOME"
      ? [{ kind: "number", name: "amount", label: "rewards.amount", isRequired: true }]
      : [];
  return deedForm({
    name: `fund.${kind}.${agency}.${year}`,
    title: fund === null ? say(`fund.set.${kind}`) : say(`fund.change.${kind}`),
    why: say(`fund.why.${kind}`),
    confirm: say("rewards.record"),
    done: say("rewards.recorded"),
    start: { amount: fund?.amount ?? "", ...partsOf(fund) },
    fields: [
      ...amount,
      ...SPANS.map(
        (span): Field => ({
          kind: "number",
          name: `fundPart.${span}`,
          label: "fund.part",
          values: { span: say(`fundPart.${span}`) },
        }),
      ),
      { kind: "paper", name: "document", label: "fund.decision", isRequired: true },
    ],
    document: SetBonusFundDocument,
    variables: (values) => ({
      agency,
      kind,
      year,
      parts: SPANS.flatMap((span) => {
        const part = numberOf(values, `fundPart.${span}`);
        return part === null ? [] : [{ span, amount: part }];
      }),
      document: thePaper(values, "document"),
      amount: kind === "INCOME" ? numberOf(values, "amount") : null,
      version: fund?.version ?? null,
    }),
  });
}

function partsOf(fund: Fund | null): Values {
  return Object.fromEntries(
    (fund?.parts ?? []).map((part) => [`fundPart.${part.span}`, part.amount]),
  );
}

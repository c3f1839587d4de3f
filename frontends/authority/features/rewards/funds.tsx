import { say } from "@congtam/i18n";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { Card, type Column, DataTable, Fact, Facts } from "@congtam/ui";
import { bonusFund, salaryFund } from "./fund-forms";
import type { Year } from "./rewards-answer";
import { money } from "./words";

type Fund = Year["bonusFunds"][number];
type Part = Fund["parts"][number];
type Of = { found: Year; agency: string; year: number };

/** The year's money for lists: what it is, what approved lists have taken, what is left. */
export function Funds({ found, agency, year }: Of) {
  const may = found.personnelDesk?.allowedActions.includes("SetBonusFund") ?? false;
  const missing = (["BONUS", "INCOME"] as const).filter(
    (kind) => !found.bonusFunds.some((fund) => fund.kind === kind),
  );
  return (
    <>
      {found.bonusFunds.map((fund) => (
        <Card
          key={fund.id}
          title={say(`fund.${fund.kind}`, { year })}
          aside={
            <DeedButtons size="small" forms={[may && bonusFund(agency, year, fund.kind, fund)]} />
          }
        >
          <FundFacts fund={fund} />
          <DataTable
            label={say("fund.parts")}
            columns={parts()}
            rows={fund.parts}
            nothing={say("fund.noParts")}
          />
          <Steps fund={fund} />
        </Card>
      ))}
      {missing.length === 0 ? null : (
        <Card title={say("fund.missing")}>
          <p className="quiet">
            {missing.map((kind) => say(`fund.none.${kind}`, { year })).join(" ")}
          </p>
          <DeedButtons forms={missing.map((kind) => may && bonusFund(agency, year, kind, null))} />
        </Card>
      )}
    </>
  );
}

function FundFacts({ fund }: { fund: Fund }) {
  return (
    <Facts>
      <Fact name={say("fund.amount")}>{money(fund.amount)}</Fact>
      <Fact name={say("fund.committed")}>{money(fund.committed)}</Fact>
      <Fact name={say("fund.left")}>{money(fund.left)}</Fact>
      <Fact name={say("fund.decision")}>
        <PaperShown number={fund.documentNo} on={fund.documentDay} />
      </Fact>
      <Fact name={say("fund.by")}>{fund.decidedBy.fullName}</Fact>
    </Facts>
  );
}

/** How the law comes to the amount. */
function Steps({ fund }: { fund: Fund }) {
  return (
    <div className="stack-tight small">
      {fund.steps.map((step) => (
        <p key={step.text} className="row spread">
          <span>{step.text}</span>
          <span className="number">{step.value}</span>
        </p>
      ))}
      <span className="quiet">{fund.cites.join("; ")}</span>
    </div>
  );
}

function parts(): Column<Part>[] {
  return [
    {
      id: "span",
      title: say("fund.span"),
      isHeader: true,
      cell: (row) => say(`fundPart.${row.span}`),
    },
    { id: "amount", title: say("fund.amount"), isNumber: true, cell: (row) => money(row.amount) },
    {
      id: "committed",
      title: say("fund.committed"),
      isNumber: true,
      cell: (row) => money(row.committed),
    },
    { id: "left", title: say("fund.left"), isNumber: true, cell: (row) => money(row.left) },
  ];
}

/** The salaries of the year, of which the bonus fund is a tenth. */
export function SalaryFund({ found, agency, year }: Of) {
  const may = found.personnelDesk?.allowedActions.includes("RecordSalaryFund") ?? false;
  const fund = found.salaryFund;
  if (fund === null && !may) return null;
  return (
    <Card
      title={say("salaryFund.title", { year })}
      aside={<DeedButtons size="small" forms={[may && salaryFund(agency, year, fund)]} />}
    >
      {fund === null ? (
        <p className="quiet">{say("salaryFund.none")}</p>
      ) : (
        <Facts>
          <Fact name={say("fund.amount")}>{money(fund.amount)}</Fact>
          <Fact name={say("fund.decision")}>
            <PaperShown number={fund.documentNo} on={fund.documentDay} />
          </Fact>
          <Fact name={say("salaryFund.by")}>{fund.recordedBy.fullName}</Fact>
        </Facts>
      )}
    </Card>
  );
}

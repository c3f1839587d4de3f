import { byGivenName, today } from "@congtam/format";
import {
  PrintableMonthDocument,
  PrintableUnitsDocument,
  type PrintableUnitsQuery,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { yearForms } from "@congtam/i18n/catalogue/year-forms";
import { type Agency, useAgency } from "@congtam/shared/agency";
import { type Chosen, UnitPicker } from "@congtam/shared/choosing";
import { Downloads, useYear, YearChoice } from "@congtam/shared/deeds";
import { monthsIn, periodName, periodsOf, spoken } from "@congtam/shared/period";
import { Loaded } from "@congtam/shared/shell";
import { Card, Choice, DataTable, Notice, Page } from "@congtam/ui";
import { useState } from "react";

learn(yearForms);

type Found = PrintableUnitsQuery;
type Round = Found["classificationRounds"]["nodes"][number];

/** The official forms of an agency, to download; each prints what its reader may see. */
export default function Forms() {
  const { agency } = useAgency();
  const [year, choose] = useYear();
  return (
    <Page title={say("forms.title")} actions={<YearChoice year={year} choose={choose} />}>
      <Notice>
        <p>{say("forms.what")}</p>
      </Notice>
      {agency === null ? null : <Shown agency={agency} year={year} />}
    </Page>
  );
}

function Shown({ agency, year }: { agency: Agency; year: number }) {
  const answer = useAnswer(PrintableUnitsDocument, { agency: agency.id, year });
  return (
    <Loaded answer={answer}>
      {(found) => (
        <>
          <Month key={agency.id} agency={agency} first={found.unitsOf.nodes[0]} year={year} />
          {found.classificationRounds.nodes.map((round) => (
            <Year key={round.id} round={round} year={year} />
          ))}
          {found.classificationRounds.nodes.length === 0 ? (
            <Card title={say("forms.year", { year })}>
              <p className="quiet">{say("forms.noRounds", { year })}</p>
            </Card>
          ) : null}
        </>
      )}
    </Loaded>
  );
}

/** Form 01 and the summary of one unit's month or quarter. */
function Month({
  agency,
  first = { id: "", name: "" },
  year,
}: {
  agency: Agency;
  /** The unit that is shown until another is looked for. */
  first?: Chosen | undefined;
  year: number;
}) {
  const [unit, choose] = useState(first);
  const periods = periodsOf(year, today(), agency.quarterlyYears);
  const [chosen, turn] = useState(periods[0] ?? "");
  const period = periods.includes(chosen) ? chosen : (periods[0] ?? "");
  const months = monthsIn(period, agency.quarterlyYears);
  return (
    <Card title={say("forms.month", { months })}>
      <div className="columns">
        <UnitPicker
          label={say("forms.unit")}
          agency={agency.id}
          chosen={unit}
          choose={(id, name) => choose({ id, name })}
        />
        <Choice
          label={say("forms.period", { months })}
          value={period}
          options={periods.map((each) => ({ value: each, label: periodName(each, months) }))}
          choose={turn}
        />
      </div>
      {unit.id === "" ? null : <OfMonth unit={unit.id} period={period} months={months} />}
    </Card>
  );
}

function OfMonth({ unit, period, months }: { unit: string; period: string; months: number }) {
  const answer = useAnswer(PrintableMonthDocument, { unit, period });
  return (
    <Loaded answer={answer}>
      {({ monthOfUnit: found }) =>
        found === null ? (
          <p className="quiet">{say("forms.noMonth", spoken(period, months))}</p>
        ) : (
          <>
            <div className="told">
              <strong>{say("forms.summary")}</strong>
              <Downloads
                form="unit_month"
                id={found.id}
                what={say("forms.summary")}
                who={periodName(period, months)}
              />
            </div>
            <People
              label={say("forms.sheets")}
              form="sheet"
              what={say("forms.sheet")}
              rows={found.worklist.nodes}
              nothing={say("forms.noSheets")}
            />
          </>
        )
      }
    </Loaded>
  );
}

/** The list that is published, and everybody's form 02. */
function Year({ round, year }: { round: Round; year: number }) {
  return (
    <Card title={say("forms.ofYear", { year, unit: round.unit.name })}>
      <div className="told">
        <strong>{say("forms.publication")}</strong>
        <Downloads
          form="publication"
          id={round.id}
          what={say("forms.publication")}
          who={round.unit.name}
        />
      </div>
      <People
        label={say("forms.cases")}
        form="classification"
        what={say("forms.case")}
        rows={round.cases.nodes}
        nothing={say("forms.noCases")}
      />
      {round.cases.totalCount > round.cases.nodes.length ? (
        <a href={`/authority/classes/${round.id}/cases`}>
          {say("forms.allCases", { count: round.cases.totalCount })}
        </a>
      ) : null}
    </Card>
  );
}

function People({
  label,
  form,
  what,
  rows,
  nothing,
}: {
  label: string;
  form: "sheet" | "classification";
  what: string;
  rows: { id: string; person: { fullName: string } }[];
  nothing: string;
}) {
  return (
    <DataTable
      label={label}
      columns={[
        {
          id: "person",
          title: say("forms.person"),
          isHeader: true,
          cell: (row) => row.person.fullName,
        },
        {
          id: "form",
          title: what,
          cell: (row) => (
            <Downloads form={form} id={row.id} what={what} who={row.person.fullName} />
          ),
        },
      ]}
      rows={[...rows].sort((left, right) =>
        byGivenName(left.person.fullName, right.person.fullName),
      )}
      nothing={nothing}
      searched={(row) => row.person.fullName}
      pageSize={25}
    />
  );
}

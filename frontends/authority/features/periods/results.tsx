import { byGivenName, instant, today } from "@congtam/format";
import {
  ComputeResultsDocument,
  ResultsOfSpanDocument,
  type ResultsOfSpanQuery,
  type Span,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { periods } from "@congtam/i18n/catalogue/periods";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, type DeedForm, deedForm } from "@congtam/shared/forms";
import { periodName } from "@congtam/shared/period";
import { Loaded, useCursor } from "@congtam/shared/shell";
import {
  Card,
  Choice,
  type Column,
  DataTable,
  Fact,
  Facts,
  Loading,
  Notice,
  Page,
} from "@congtam/ui";
import { useState } from "react";
import { nameOf, type SpanOf, spansOf } from "./spans";

learn(periods);

type Found = ResultsOfSpanQuery;
type Result = Found["incompleteResults"]["nodes"][number];

/** Results of a span: computed from the closed months, and who owes what is missing. */
export default function Results() {
  const { agency } = useAgency();
  const spans = spansOf(today());
  const [chosen, choose] = useState(spans[0]?.key ?? "");
  const span = spans.find(({ key }) => key === chosen) ?? spans[0];
  return (
    <Page
      title={say("results.title")}
      actions={
        <Choice
          label={say("results.span")}
          value={span?.key ?? ""}
          choose={choose}
          options={spans.map((each) => ({ value: each.key, label: nameOf(each) }))}
        />
      }
    >
      {agency === null || span === undefined ? (
        <Loading />
      ) : (
        <Asked key={`${agency.id} ${span.key}`} agency={agency.id} span={span} />
      )}
    </Page>
  );
}

function Asked({ agency, span }: { agency: string; span: SpanOf }) {
  const { after, turns } = useCursor(`${agency} ${span.key}`);
  const of = { agency, span: span.span, period: span.period };
  const answer = useAnswer(ResultsOfSpanDocument, { ...of, after });
  return (
    <Loaded answer={answer}>
      {(found) => (
        <>
          <Runs found={found} span={span} of={of} />
          <Card title={say("results.incomplete", { count: found.incompleteResults.totalCount })}>
            <p className="quiet small">{say("results.incompleteWhy")}</p>
            <DataTable
              part={turns(found.incompleteResults.pageInfo)}
              label={say("results.owed")}
              columns={columns()}
              rows={found.incompleteResults.nodes}
              nothing={say("results.nothingOwed")}
              searched={({ person, unit }) => `${person.fullName} ${unit.name}`}
              pageSize={50}
            />
          </Card>
        </>
      )}
    </Loaded>
  );
}

function Runs({
  found,
  span,
  of,
}: {
  found: Found;
  span: SpanOf;
  of: { agency: string; span: Span; period: string };
}) {
  const last = found.resultRuns.nodes[0];
  return (
    <Card
      title={nameOf(span)}
      aside={
        found.agency?.allowedActions.includes("ComputeResults") ? (
          <DeedButtons forms={[compute(span, of)]} />
        ) : null
      }
    >
      {found.staleResults.totalCount === 0 ? null : (
        <Notice tone="warn">
          <p>{say("results.stale", { count: found.staleResults.totalCount })}</p>
        </Notice>
      )}
      {last === undefined ? (
        <p className="quiet">{say("results.never")}</p>
      ) : (
        <Facts>
          <Fact name={say("results.computedAt")}>
            {[instant(last.computedAt), last.computedBy?.fullName].filter(Boolean).join(" · ")}
          </Fact>
          <Fact name={say("results.people")}>{last.people}</Fact>
          <Fact name={say("results.written")}>{last.written}</Fact>
          <Fact name={say("results.unfinished")}>{last.incomplete}</Fact>
          <Fact name={say("results.unrated")}>{last.unrated}</Fact>
        </Facts>
      )}
    </Card>
  );
}

function compute(span: SpanOf, of: { agency: string; span: Span; period: string }): DeedForm {
  return deedForm({
    document: ComputeResultsDocument,
    name: `compute.${of.agency}.${span.key}`,
    title: say("results.compute"),
    why: say("results.computeWhy", { span: nameOf(span) }),
    confirm: say("results.compute"),
    done: say("results.computed"),
    fields: [],
    variables: () => of,
  });
}

function columns(): Column<Result>[] {
  return [
    {
      id: "person",
      title: say("results.person"),
      isHeader: true,
      order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
      cell: ({ person, unit }) => (
        <div className="stack-tight">
          <a href={`/authority/people/${person.id}`}>{person.fullName}</a>
          <span className="quiet small">{unit.name}</span>
        </div>
      ),
    },
    {
      id: "missing",
      title: say("results.missing"),
      cell: ({ months }) => (
        <ul className="plain stack-tight">
          {months
            .filter(({ standing }) => standing === "MISSING")
            .flatMap(({ period, months: length, missing }) =>
              missing.map((each) => (
                <li key={`${period} ${each.unitName} ${each.because}`}>
                  {say("results.owes", {
                    period: periodName(period, length),
                    because: say(`results.because.${each.because}`),
                    unit: each.unitName ?? say("results.noUnit"),
                    head: each.headName ?? say("results.vacant"),
                  })}
                </li>
              )),
            )}
        </ul>
      ),
    },
  ];
}

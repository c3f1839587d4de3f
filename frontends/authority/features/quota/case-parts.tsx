import { day, decimal, instant, shiftPoint } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { periodName } from "@congtam/shared/period";
import { LevelBadge, Steps } from "@congtam/shared/sheet";
import { Badge, Card, type Column, DataTable, Fact, Facts, Notice } from "@congtam/ui";
import type { Case } from "./case-answer";

type Result = NonNullable<Case["result"]>;
type Month = Result["months"][number];

/** What the months of the year add up to. */
export function YearResult({ result }: { result: Result | null }) {
  if (result === null) {
    return (
      <Card title={say("case.result")}>
        <p className="quiet">{say("case.noResult")}</p>
      </Card>
    );
  }
  return (
    <Card title={say("case.result")}>
      <Facts isWide>
        <Fact name={say("board.score")}>
          {result.total === null ? "—" : decimal(result.total, language())}
        </Fact>
        <Fact name={say("case.level")}>
          {result.level === null ? "—" : <LevelBadge level={result.level} />}
        </Fact>
        <Fact name={say("case.monthsWorked")}>
          {decimal(shiftPoint(result.monthsWorked, 0), language())}
        </Fact>
        {result.provisional ? (
          <Fact name={say("case.note")}>
            <Badge tone="info">{say("case.provisional")}</Badge>
          </Fact>
        ) : null}
      </Facts>
      {result.stale ? (
        <Notice tone="warn">
          <p>{say("case.stale")}</p>
        </Notice>
      ) : null}
      <DataTable
        label={say("case.months")}
        columns={MONTHS()}
        rows={result.months.map((each) => ({ ...each, id: each.period }))}
        nothing={say("case.noResult")}
      />
      <details>
        <summary>{say("case.sum")}</summary>
        <Steps steps={result.steps} />
      </details>
    </Card>
  );
}

const MONTHS = (): Column<Month & { id: string }>[] => [
  {
    id: "month",
    title: say("case.month"),
    isHeader: true,
    cell: (each) => periodName(each.period, each.months),
  },
  {
    id: "total",
    title: say("case.total"),
    isNumber: true,
    cell: (each) => each.sheets.map(({ total }) => decimal(total, language())).join("; ") || "—",
  },
  {
    id: "note",
    title: say("case.note"),
    cell: (each) => [...absences(each), ...owing(each)].join("; ") || null,
  },
];

function absences(each: Month): string[] {
  const told = each.absent.map(({ kind, days }) => say(`caseAbsence.${kind}`, { days }));
  return each.standing === "OUTSIDE" ? [...told, say("case.outside")] : told;
}

function owing(each: Month): string[] {
  return each.missing.map(({ because, unitName, headName }) =>
    [say(`missing.${because}`), unitName, headName].filter((part) => part).join(" – "),
  );
}

/** Discipline and other grounds on record; what was annulled stays readable. */
export function Grounds({ grounds }: { grounds: Case["register"] }) {
  if (grounds.length === 0) return null;
  return (
    <Card title={say("case.grounds")}>
      <div>
        {grounds.map((ground) => (
          <div key={ground.id} className="told">
            <div className="stack-tight">
              <strong>
                {say(`ground.${ground.kind}`)}
                {ground.form === null ? null : ` (${say(`caseGround.${ground.form}`)})`}
              </strong>
              <span>{ground.note}</span>
              {ground.annulledReason === null ? null : (
                <span className="quiet">
                  {say("case.annulled", { reason: ground.annulledReason })}
                </span>
              )}
            </div>
            <div className="stack-tight">
              <span>
                {ground.decisionNo && ground.decisionDay
                  ? say("rounds.paper", {
                      number: ground.decisionNo,
                      day: day(ground.decisionDay),
                    })
                  : null}
              </span>
              <span className="quiet small">
                {say("case.effective", { day: day(ground.effectiveOn) })}
              </span>
              {ground.usedIn === null ? null : (
                <Badge>{say("case.usedIn", { year: ground.usedIn })}</Badge>
              )}
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}

/** Form 02 round by round, minutes, comment and decisions, in the order of article 21. */
export function Papers({ found }: { found: Case }) {
  return (
    <Card title={say("case.papers")}>
      {found.forms.length === 0 && found.papers.length === 0 ? (
        <p className="quiet">{say("case.noPapers")}</p>
      ) : null}
      {found.excuse ? <p>{say("case.excused", { reason: found.excuse })}</p> : null}
      <div>
        {found.forms.map((form) => (
          <div key={form.id} className="told">
            <div className="stack-tight">
              <strong>{say("case.formRound", { round: form.round })}</strong>
              <span>{form.text}</span>
              {form.returnedReason === null || form.returnedAt === null ? null : (
                <span className="quiet">
                  {say("case.returned", {
                    when: instant(form.returnedAt),
                    reason: form.returnedReason,
                  })}
                </span>
              )}
            </div>
            <div className="stack-tight">
              <LevelBadge level={form.level} />
              <span className="quiet small">{instant(form.submittedAt)}</span>
            </div>
          </div>
        ))}
        {found.papers.map((paper) => (
          <div key={paper.id} className="told">
            <div className="stack-tight">
              <strong>{say(`casePaper.${paper.kind as "minutes"}`)}</strong>
              <span>
                {paper.url === null ? (
                  say("rounds.paper", { number: paper.number, day: day(paper.day) })
                ) : (
                  <a href={paper.url}>
                    {say("rounds.paper", { number: paper.number, day: day(paper.day) })}
                  </a>
                )}
              </span>
              {paper.summoned === null || paper.attended === null ? null : (
                <span className="quiet">
                  {say("case.attended", { attended: paper.attended, summoned: paper.summoned })}
                </span>
              )}
            </div>
            <span className="quiet small">
              {say("case.recorded", {
                who: paper.recordedBy.fullName,
                when: instant(paper.recordedAt),
              })}
            </span>
          </div>
        ))}
      </div>
      {found.proposedReason ? (
        <p>{say("case.proposedWhy", { reason: found.proposedReason })}</p>
      ) : null}
      {found.suspensionReason ? (
        <p>{say("case.consideredWhy", { reason: found.suspensionReason })}</p>
      ) : null}
    </Card>
  );
}

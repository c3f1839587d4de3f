import { day } from "@congtam/format";
import { MySheetsDocument, type MySheetsQuery, MyWorkDocument, useAnswer } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { monthsIn, periodOf, spoken, Turn } from "@congtam/shared/period";
import { SheetState } from "@congtam/shared/sheet";
import { Loaded, type Params, useToday } from "@congtam/shared/shell";
import { ButtonLink, Card, Fact, Facts, Nothing, Notice, Page } from "@congtam/ui";
import { Work } from "./work";

type Sheet = MySheetsQuery["mySheets"]["nodes"][number];

/** My month or quarter: what is due, what waits for the head, what I have still to say about myself. */
export function Month({ params }: { params: Params }) {
  const today = useToday();
  const period = periodOf(params.period ?? today);
  const months = monthsIn(period);
  const sheets = useAnswer(MySheetsDocument, {});
  const work = useAnswer(MyWorkDocument, { period });
  return (
    <Page
      title={say("month.title", spoken(period, months))}
      actions={<Turn period={period} path={(other) => `/staff/month/${other}`} />}
    >
      <Loaded answer={sheets}>
        {({ mySheets }) => <Sheets sheets={mySheets.nodes} period={period} />}
      </Loaded>
      <Loaded answer={work}>
        {({ myWork }) =>
          myWork.length === 0 ? (
            <Card>
              <Nothing title={say("month.noWork", { months })}>
                <p className="quiet">{say("month.noWorkWhy")}</p>
              </Nothing>
            </Card>
          ) : (
            <Work lines={myWork} today={today} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** The sheets of the month, and a word about an earlier one that still waits for me. */
function Sheets({ sheets, period }: { sheets: Sheet[]; period: string }) {
  const mine = sheets.filter((sheet) => sheet.period === period);
  const earlier = sheets.filter(
    (sheet) => sheet.period < period && sheet.allowedActions.includes("SelfAssess"),
  );
  return (
    <>
      {earlier.map((sheet) => (
        <Notice key={sheet.id} tone="warn">
          <p>
            {say("month.earlier", {
              ...spoken(sheet.period, sheet.periodMonths),
              day: day(sheet.window.closesOn),
            })}{" "}
            <a href={`/staff/self/${sheet.id}`}>{say("month.assess")}</a>
          </p>
        </Notice>
      ))}
      {mine.length === 0 ? (
        <Notice>{say("month.noSheet", { months: monthsIn(period) })}</Notice>
      ) : null}
      {mine.map((sheet) => (
        <SheetCard key={sheet.id} sheet={sheet} />
      ))}
    </>
  );
}

function SheetCard({ sheet }: { sheet: Sheet }) {
  const { window: entry } = sheet;
  const released = sheet.state === "RELEASED" || sheet.state === "CLOSED";
  return (
    <Card>
      <div className="row spread">
        <Facts>
          <Fact name={say("month.sheet")}>
            <SheetState state={sheet.state} />
          </Fact>
          <Fact name={say("month.unit")}>{sheet.unit.name}</Fact>
          <Fact name={say("month.scoredBy")}>{sheet.scoringUnit.name}</Fact>
          <Fact name={say("month.entry")}>
            {say("month.window", { opens: day(entry.opensOn), closes: day(entry.closesOn) })}
          </Fact>
        </Facts>
        <div className="row">
          {sheet.allowedActions.includes("SelfAssess") ? (
            <ButtonLink kind="main" href={`/staff/self/${sheet.id}`}>
              {say("month.assess")}
            </ButtonLink>
          ) : null}
          {released ? (
            <ButtonLink kind="main" href={`/staff/result/${sheet.id}`}>
              {say("month.result")}
            </ButtonLink>
          ) : null}
        </div>
      </div>
    </Card>
  );
}

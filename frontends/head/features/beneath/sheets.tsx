import { byGivenName, day, decimal, instant } from "@congtam/format";
import {
  AskReconsiderationDocument,
  ReopenSheetDocument,
  SheetsBeneathDocument,
  type SheetsBeneathQuery,
  useAnswer,
} from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { headAbove } from "@congtam/i18n/catalogue/head-above";
import { monthsIn, spoken } from "@congtam/shared/period";
import { LevelBadge, SheetState } from "@congtam/shared/sheet";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Button, ButtonLink, Card, type Column, DataTable, Page } from "@congtam/ui";
import { useState } from "react";
import { Asking } from "./asking";

learn(headAbove);

type Sheet = SheetsBeneathQuery["worklist"][number];
interface Doing {
  what: "ReopenSheet" | "AskReconsideration";
  sheet: Sheet;
}

/** The sheets of a unit beneath mine, as the next head up sees them. */
export default function Sheets({ params }: { params: Params }) {
  const { unit = "", period = "" } = params;
  const answer = useAnswer(SheetsBeneathDocument, { unit, period });
  const [doing, begin] = useState<Doing | null>(null);
  const monthsOf = (found: SheetsBeneathQuery) =>
    monthsIn(period, found.unit?.agency.quarterlyYears);
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page
          title={say("beneath.sheetsOf", {
            unit: found.unit?.name ?? "",
            ...spoken(period, monthsOf(found)),
          })}
          actions={<ButtonLink href="/head/beneath">{say("beneath.back")}</ButtonLink>}
        >
          <Card>
            <DataTable
              label={say("beneath.sheets")}
              columns={columns(begin)}
              rows={[...found.worklist].sort((left, right) =>
                byGivenName(left.person.fullName, right.person.fullName),
              )}
              nothing={say("sheets.none", { months: monthsOf(found) })}
              searched={(sheet) => sheet.person.fullName}
              pageSize={50}
            />
          </Card>
          <Asked asked={found.calibrationsOfUnit.nodes} />
          {doing === null ? null : <Dialogs doing={doing} close={() => begin(null)} />}
        </Page>
      )}
    </Loaded>
  );
}

const columns = (begin: (doing: Doing) => void): Column<Sheet>[] => [
  {
    id: "person",
    title: say("deliveries.person"),
    isHeader: true,
    order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
    cell: (sheet) => (
      <div className="stack-tight">
        <span>{sheet.person.fullName}</span>
        <span className="quiet small">{sheet.position?.name}</span>
      </div>
    ),
  },
  {
    id: "state",
    title: say("month.sheet"),
    cell: (sheet) => (
      <div className="stack-tight">
        <span>
          <SheetState state={sheet.state} />
        </span>
        {sheet.releasedAt ? (
          <span className="quiet small">
            {say("beneath.signedOn", { day: day(sheet.releasedAt) })}
          </span>
        ) : null}
      </div>
    ),
  },
  {
    id: "total",
    title: say("year.total"),
    isNumber: true,
    order: (left, right) => Number(left.total ?? -1) - Number(right.total ?? -1),
    cell: (sheet) => (sheet.total === null ? "—" : decimal(sheet.total, language())),
  },
  {
    id: "level",
    title: say("year.level"),
    cell: (sheet) => (sheet.level === null ? "—" : <LevelBadge level={sheet.level} />),
  },
  {
    id: "act",
    title: say("month.act"),
    cell: (sheet) => (
      <div className="row">
        {(["AskReconsideration", "ReopenSheet"] as const).map((what) =>
          sheet.allowedActions.includes(what) ? (
            <Button
              key={what}
              size="small"
              aria-label={`${say(`beneath.${what}`)}: ${sheet.person.fullName}`}
              onPress={() => begin({ what, sheet })}
            >
              {say(`beneath.${what}`)}
            </Button>
          ) : null,
        )}
      </div>
    ),
  },
];

function Dialogs({ doing: { what, sheet }, close }: { doing: Doing; close: () => void }) {
  return (
    <Asking
      document={what === "ReopenSheet" ? ReopenSheetDocument : AskReconsiderationDocument}
      variables={{ sheet: sheet.id, version: sheet.version }}
      title={`${say(`beneath.${what}`)}: ${sheet.person.fullName}`}
      confirm={say(`beneath.${what}`)}
      done={say(what === "ReopenSheet" ? "beneath.returned" : "calibrate.asked")}
      close={close}
    >
      <p>{say(what === "ReopenSheet" ? "beneath.returnWhy" : "calibrate.why")}</p>
    </Asking>
  );
}

/** What I have asked to be reconsidered, and the answers. */
function Asked({ asked }: { asked: SheetsBeneathQuery["calibrationsOfUnit"]["nodes"] }) {
  if (asked.length === 0) return null;
  return (
    <Card title={say("calibrate.requests")}>
      <ul className="plain">
        {asked.map((each) => (
          <li key={each.id} className="told">
            <div className="stack-tight">
              <span>{each.person.fullName}</span>
              <span className="quiet small">
                {instant(each.askedAt)} · {each.reason}
              </span>
            </div>
            <span className="small">
              {each.outcome === null || each.outcome === undefined
                ? say("calibrate.waiting")
                : `${say(`calibrate.${each.outcome}`)}: ${each.answer ?? ""}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

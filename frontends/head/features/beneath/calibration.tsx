import { decimal, instant } from "@congtam/format";
import {
  AnswerReconsiderationDocument,
  AskReconsiderationDocument,
  CalibratingDocument,
  type CalibratingQuery,
  KeepScoreDocument,
  useAnswer,
} from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { headAbove } from "@congtam/i18n/catalogue/head-above";
import { spoken, Turn } from "@congtam/shared/period";
import { Loaded, type Params } from "@congtam/shared/shell";
import { type Here, OfUnit, OtherUnits } from "@congtam/shared/unit";
import { Button, Card, type Column, DataTable, Nothing, Page } from "@congtam/ui";
import { useState } from "react";
import { Asking } from "./asking";

learn(headAbove);

type Spread = CalibratingQuery["scoresBeneath"][number] & { id: string };
type Outlier = CalibratingQuery["scoreOutliers"][number] & { id: string };
type Request = CalibratingQuery["calibrationsOfUnit"]["nodes"][number];

/** Signed scores of comparable units side by side, before the period is closed. */
export default function Calibration({ params }: { params: Params }) {
  return (
    <OfUnit params={params} none={<Nothing isPage title={say("unit.none")} />}>
      {(here) => <Shown key={here.unit} {...here} />}
    </OfUnit>
  );
}

function Shown({ unit, period, months, quarters, others }: Here) {
  const answer = useAnswer(CalibratingDocument, { unit, period });
  return (
    <Loaded isPage answer={answer}>
      {(found) => (
        <Page
          title={say("calibrate.title", {
            unit: found.unit?.name ?? "",
            ...spoken(period, months),
          })}
          actions={
            <Turn
              period={period}
              quarters={quarters}
              path={(other) => `/head/beneath/scores/${unit}/${other}`}
            />
          }
        >
          <OtherUnits
            label={say("unit.others")}
            others={others}
            path={(other) => `/head/beneath/scores/${other}/${period}`}
          />
          <Requests requests={found.calibrationsOfUnit.nodes} />
          <Card title={say("calibrate.spread")}>
            <DataTable
              label={say("calibrate.spread")}
              columns={SPREADS()}
              rows={found.scoresBeneath.map((each, place) => ({ ...each, id: String(place) }))}
              nothing={say("calibrate.nothing")}
              pageSize={60}
            />
          </Card>
          <Outliers found={found} />
        </Page>
      )}
    </Loaded>
  );
}

function shown(exact: string | null | undefined): string {
  return exact === null || exact === undefined ? "—" : decimal(exact, language());
}

const SPREADS = (): Column<Spread>[] => [
  {
    id: "whose",
    title: say("month.unit"),
    isHeader: true,
    cell: (each) => each.unit?.name ?? say(`calibrate.${each.standing ?? "ALL"}`),
  },
  {
    id: "signed",
    title: say("unit.signed"),
    isNumber: true,
    cell: (each) => say("month.of", { done: each.signed, all: each.sheets }),
  },
  {
    id: "excellent",
    title: say("level.EXCELLENT"),
    isNumber: true,
    cell: (each) => each.excellent,
  },
  { id: "good", title: say("level.GOOD"), isNumber: true, cell: (each) => each.good },
  {
    id: "completed",
    title: say("level.COMPLETED"),
    isNumber: true,
    cell: (each) => each.completedLevel,
  },
  {
    id: "not",
    title: say("level.NOT_COMPLETED"),
    isNumber: true,
    cell: (each) => each.notCompleted,
  },
  { id: "lowest", title: say("calibrate.lowest"), isNumber: true, cell: (e) => shown(e.lowest) },
  { id: "middle", title: say("calibrate.middle"), isNumber: true, cell: (e) => shown(e.middle) },
  { id: "highest", title: say("calibrate.highest"), isNumber: true, cell: (e) => shown(e.highest) },
];

/** Scores outside the fences of comparable units: I may ask for them to be reconsidered. */
function Outliers({ found }: { found: CalibratingQuery }) {
  const [asked, ask] = useState<Outlier | null>(null);
  const rows = found.scoreOutliers.map((each, place) => ({
    ...each,
    id: each.sheet?.id ?? String(place),
  }));
  const columns: Column<Outlier>[] = [
    {
      id: "person",
      title: say("deliveries.person"),
      isHeader: true,
      cell: (each) => (
        <div className="stack-tight">
          <span>{each.person?.fullName}</span>
          <span className="quiet small">{each.unit?.name}</span>
        </div>
      ),
    },
    { id: "total", title: say("year.total"), isNumber: true, cell: (each) => shown(each.total) },
    {
      id: "fences",
      title: say("calibrate.fences"),
      cell: (each) =>
        say("calibrate.between", {
          low: shown(each.low),
          high: shown(each.high),
          compared: each.compared,
        }),
    },
    {
      id: "act",
      title: say("month.act"),
      cell: (each) =>
        each.sheet?.allowedActions.includes("AskReconsideration") ? (
          <Button size="small" onPress={() => ask(each)}>
            {say("beneath.AskReconsideration")}
          </Button>
        ) : null,
    },
  ];
  return (
    <Card title={say("calibrate.outliers")}>
      <DataTable
        label={say("calibrate.outliers")}
        columns={columns}
        rows={rows}
        nothing={say("calibrate.noOutliers")}
      />
      {asked?.sheet ? (
        <Asking
          document={AskReconsiderationDocument}
          variables={{ sheet: asked.sheet.id, version: asked.sheet.version }}
          title={`${say("beneath.AskReconsideration")}: ${asked.person?.fullName ?? ""}`}
          confirm={say("beneath.AskReconsideration")}
          done={say("calibrate.asked")}
          close={() => ask(null)}
        >
          <p>{say("calibrate.why")}</p>
        </Asking>
      ) : null}
    </Card>
  );
}

/** What the next head up asks me to reconsider: I keep the score, or answer with another one. */
function Requests({ requests }: { requests: Request[] }) {
  const [answered, answer] = useState<{ keep: boolean; request: Request } | null>(null);
  if (requests.length === 0) return null;
  return (
    <Card title={say("calibrate.ofMe")}>
      <ul className="plain">
        {requests.map((each) => (
          <li key={each.id} className="told">
            <div className="stack-tight">
              <strong>{each.person.fullName}</strong>
              <span>{each.reason}</span>
              <span className="quiet small">
                {each.askedBy.fullName} · {instant(each.askedAt)} ·{" "}
                {say("calibrate.before", { total: shown(each.beforeTotal) })}
              </span>
              {each.outcome ? (
                <span className="small">
                  {say(`calibrate.${each.outcome}`)}: {each.answer}
                </span>
              ) : null}
            </div>
            {each.allowedActions.includes("AnswerReconsideration") ? (
              <div className="row">
                <Button size="small" onPress={() => answer({ keep: true, request: each })}>
                  {say("calibrate.keep")}
                </Button>
                {each.sheet?.state === "RELEASED" ? (
                  <Button size="small" onPress={() => answer({ keep: false, request: each })}>
                    {say("calibrate.answer")}
                  </Button>
                ) : null}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {answered === null ? null : (
        <Asking
          document={answered.keep ? KeepScoreDocument : AnswerReconsiderationDocument}
          variables={{ calibration: answered.request.id }}
          title={say(answered.keep ? "calibrate.keepSure" : "calibrate.answerSure")}
          confirm={say(answered.keep ? "calibrate.keep" : "calibrate.answer")}
          done={say("calibrate.answered")}
          close={() => answer(null)}
        >
          <p>{say(answered.keep ? "calibrate.keepWhy" : "calibrate.answerWhy")}</p>
        </Asking>
      )}
    </Card>
  );
}

import { today } from "@congtam/format";
import { SpreadOfScoresDocument, useAnswer, WhoDocument } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { spread } from "@congtam/i18n/catalogue/inspector-spread";
import { useAgency } from "@congtam/shared/agency";
import { lastPeriods, monthsIn, periodName, periodOf, spoken } from "@congtam/shared/period";
import { go, Loaded, type Params } from "@congtam/shared/shell";
import { Card, Choice, Nothing, Page } from "@congtam/ui";
import { lazy, Suspense } from "react";
import { Calibrations } from "./calibrations";
import { Numbers, Outliers, type Spread } from "./tables";

learn(spread);

const Chart = lazy(() => import("./chart"));

/** How signed scores are spread over the agency's units in one month or quarter; it judges nobody. */
export default function SpreadOfScores({ params }: { params: Params }) {
  const { agency } = useAgency();
  const quarters = agency?.quarterlyYears;
  const period = periodOf(params.period ?? today(), quarters);
  const months = monthsIn(period, quarters);
  const unit = useUnit(agency?.id);
  const asked = { unit: unit ?? "", agency: agency?.id ?? "", period };
  const answer = useAnswer(SpreadOfScoresDocument, asked, unit === null);
  return (
    <Page title={say("spread.title", spoken(period, months))}>
      <Card>
        <div className="row">
          <Choice
            label={say("spread.month", { months })}
            value={period}
            options={lastPeriods(today(), quarters).map((each) => ({
              value: each,
              label: periodName(each, monthsIn(each, quarters)),
            }))}
            choose={(chosen) => go(`/inspector/spread/${chosen}`)}
          />
        </div>
      </Card>
      <Loaded answer={answer}>
        {({ scoresBeneath, scoreOutliers, calibrationsOfAgency }) => (
          <>
            <Units spreads={named(scoresBeneath)} months={months} />
            <Card title={say("spread.outliers")}>
              <p className="quiet">{say("spread.outliersWhy")}</p>
              <Outliers found={scoreOutliers} />
            </Card>
            <Calibrations found={calibrationsOfAgency} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Units({ spreads, months }: { spreads: Spread[]; months: number }) {
  if (spreads.every((each) => each.signed === 0)) {
    return (
      <Card>
        <Nothing title={say("spread.none", { months })}>
          <p className="quiet">{say("spread.noneWhy")}</p>
        </Nothing>
      </Card>
    );
  }
  return (
    <Card title={say("spread.byUnit")}>
      <Suspense fallback={null}>
        <Chart spreads={spreads} />
      </Suspense>
      <Numbers spreads={spreads} />
    </Card>
  );
}

/** Rows with the words for what they are over: a unit, or everything. */
function named(found: Omit<Spread, "id" | "name">[]): Spread[] {
  return found
    .filter((each) => each.scope !== "STANDING")
    .map((each) => ({
      ...each,
      id: each.unit?.id ?? each.scope,
      name: each.unit?.name ?? say("spread.all"),
    }));
}

/** The unit of the inspector's mandate in the agency that the screens are about. */
function useUnit(agency: string | undefined): string | null {
  const answer = useAnswer(WhoDocument, {});
  if (answer.state !== "ready" || agency === undefined) return null;
  const mandate = answer.data.me?.mandates.find(
    (each) => each.kind === "INSPECTOR" && each.unit.agency.id === agency,
  );
  return mandate?.unit.id ?? null;
}

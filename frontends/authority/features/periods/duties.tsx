import { day } from "@congtam/format";
import {
  DutiesOfHeadsDocument,
  type DutiesOfHeadsQuery,
  type DutyState,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { periods } from "@congtam/i18n/catalogue/periods";
import { useAgency } from "@congtam/shared/agency";
import { spoken } from "@congtam/shared/period";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { Badge, Card, Choice, type Column, DataTable, Loading, Page } from "@congtam/ui";
import { useState } from "react";
import { Breaches } from "./breaches";

learn(periods);

type Duty = DutiesOfHeadsQuery["dutiesOfAgency"]["nodes"][number];

const STATES: readonly DutyState[] = ["OVERDUE", "OPEN", "DONE"];

/** What heads owe and when, and what they have missed. */
export default function Duties() {
  const { agency } = useAgency();
  const [state, choose] = useState<DutyState>("OVERDUE");
  return (
    <Page title={say("duties.ofHeads")}>
      {agency === null ? (
        <Loading />
      ) : (
        <Asked key={agency.id} agency={agency.id} state={state} choose={choose} />
      )}
    </Page>
  );
}

function Asked({
  agency,
  state,
  choose,
}: {
  agency: string;
  state: DutyState;
  choose: (state: DutyState) => void;
}) {
  const { after, turns } = useCursor(`${agency} ${state}`);
  const answer = useAnswer(DutiesOfHeadsDocument, { agency, state, after });
  return (
    <Loaded answer={answer}>
      {({ dutiesOfAgency: { totalCount, nodes, pageInfo }, ...breaches }) => (
        <>
          <Breaches found={breaches} />
          <Card
            title={say("duties.count", { count: totalCount })}
            aside={
              <Choice
                label={say("duties.state")}
                value={state}
                choose={choose}
                options={STATES.map((value) => ({ value, label: say(`duties.state.${value}`) }))}
              />
            }
          >
            <DataTable
              part={turns(pageInfo)}
              label={say("duties.list")}
              columns={columns()}
              rows={nodes}
              nothing={say(`duties.none.${state}`)}
              pageSize={50}
            />
          </Card>
        </>
      )}
    </Loaded>
  );
}

function columns(): Column<Duty>[] {
  return [
    {
      id: "unit",
      title: say("periods.unit"),
      isHeader: true,
      order: (left, right) => left.unit.name.localeCompare(right.unit.name, "vi"),
      cell: ({ unit }) => unit.name,
    },
    {
      id: "duty",
      title: say("duties.what"),
      cell: ({ name, period, periodMonths }) => (
        <div className="stack-tight">
          <span>{name}</span>
          <span className="quiet small">{say("duties.ofMonth", spoken(period, periodMonths))}</span>
        </div>
      ),
    },
    {
      id: "head",
      title: say("duties.owes"),
      cell: ({ head, actingHead }) => (
        <div className="stack-tight">
          <span>{head?.person.fullName ?? say("duties.vacant")}</span>
          {actingHead === null ? null : (
            <span className="quiet small">
              {say("duties.acting", { who: actingHead.actingHead.fullName })}
            </span>
          )}
        </div>
      ),
    },
    {
      id: "due",
      title: say("duties.dueOn"),
      order: (left, right) => left.dueOn.localeCompare(right.dueOn),
      cell: ({ dueOn, state }) => (
        <Badge tone={state === "OVERDUE" ? "bad" : "plain"}>{day(dueOn)}</Badge>
      ),
    },
  ];
}

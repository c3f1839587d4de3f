import { byGivenName, day } from "@congtam/format";
import {
  type PersonnelActionKind,
  PersonnelActionsDocument,
  type PersonnelActionsQuery,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { personnel } from "@congtam/i18n/catalogue/personnel";
import { personnelCodes } from "@congtam/i18n/catalogue/personnel-codes";
import { useAgency } from "@congtam/shared/agency";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { Badge, ButtonLink, Card, Choice, type Column, DataTable, Page } from "@congtam/ui";
import { useState } from "react";
import { ActionState, KINDS } from "./words";

learn(personnel, personnelCodes);

type Action = PersonnelActionsQuery["personnelActionsOfAgency"]["nodes"][number];
const WHICH = ["open", "over", "all"] as const;
type Which = (typeof WHICH)[number];
const OPEN: Record<Which, boolean | null> = { open: true, over: false, all: null };

/** The personnel actions of an agency: those under way, and what became of the others. */
export default function Actions() {
  const { agency } = useAgency();
  const [which, choose] = useState<Which>("open");
  const [kind, setKind] = useState<PersonnelActionKind | "">("");
  const { after, turns } = useCursor(`${agency?.id}.${which}.${kind}`);
  const asked = { agency: agency?.id ?? "", kind: kind || null, open: OPEN[which], after };
  const answer = useAnswer(PersonnelActionsDocument, asked, agency === null);
  return (
    <Page
      title={say("personnel.actions")}
      actions={
        <ButtonLink kind="main" href="/authority/file">
          {say("actions.propose")}
        </ButtonLink>
      }
    >
      <Card>
        <div className="columns">
          <Choice
            label={say("actions.which")}
            value={which}
            options={WHICH.map((value) => ({ value, label: say(`actions.${value}`) }))}
            choose={choose}
          />
          <Choice
            label={say("actions.kind")}
            value={kind}
            none={say("actions.allKinds")}
            options={KINDS.map((value) => ({ value, label: say(`actionKind.${value}`) }))}
            choose={setKind}
          />
        </div>
        <Loaded answer={answer}>
          {({ personnelActionsOfAgency: found }) => (
            <>
              <DataTable
                part={turns(found.pageInfo)}
                label={say("personnel.actions")}
                columns={columns()}
                rows={found.nodes}
                nothing={say("actions.none")}
              />
            </>
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

function columns(): Column<Action>[] {
  return [
    {
      id: "person",
      title: say("actions.person"),
      isHeader: true,
      order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
      cell: (row) => <a href={`/authority/actions/${row.id}`}>{row.person.fullName}</a>,
    },
    {
      id: "what",
      title: say("actions.what"),
      cell: (row) => (
        <span className="stack-tight">
          <span>{row.name}</span>
          {row.targetUnit ? (
            <span className="quiet small">
              {say("actions.toUnit", { unit: row.targetUnit.name })}
            </span>
          ) : null}
        </span>
      ),
    },
    {
      id: "state",
      title: say("actions.state"),
      cell: (row) => (
        <span className="row">
          <ActionState state={row.state} />
          {row.restsOnReplaced ? <Badge tone="warn">{say("actions.replaced")}</Badge> : null}
        </span>
      ),
    },
    { id: "next", title: say("actions.next"), cell: (row) => <Next action={row} /> },
    {
      id: "from",
      title: say("actions.from"),
      order: (left, right) => (left.effectiveOn ?? "").localeCompare(right.effectiveOn ?? ""),
      cell: (row) => (row.effectiveOn === null ? "—" : day(row.effectiveOn)),
    },
  ];
}

/** Its next step with the last day for it; the number of the decision where there is one. */
function Next({ action }: { action: Action }) {
  const step = action.steps.find((each) => each.doneOn === null);
  if (action.decisionNumber) return action.decisionNumber;
  if (!step || (action.state !== "PROPOSED" && action.state !== "IN_PROCEDURE")) return "—";
  return (
    <span className="stack-tight">
      <span>{step.name}</span>
      {step.dueOn === null ? null : (
        <span className="row small">
          {say("actionStep.dueBy", { day: day(step.dueOn) })}
          {step.overdue ? <Badge tone="bad">{say("actionStep.overdue")}</Badge> : null}
        </span>
      )}
    </span>
  );
}

import { day, decimal } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { Badge, Button, Dialog, Fact, Facts } from "@congtam/ui";
import { useState } from "react";
import { CauseForm, FaultForm } from "./faults";
import { reached } from "./lines";
import { MeasureForm } from "./measure";
import { HandOverForm, SpreadForm } from "./moving";
import type { Line, Load } from "./standing";

/** What is done with a line from here, by the action that the graph names for it. */
const FORMS = {
  MeasureProcess: MeasureForm,
  RecordFault: FaultForm,
  HandOverWork: HandOverForm,
  SpreadWork: SpreadForm,
} as const;
type Action = keyof typeof FORMS;
const ACTIONS = Object.keys(FORMS) as Action[];

/** One line of work, whole: its facts and faults, and what may be done with it. */
export function Particulars({
  line,
  loads,
  close,
}: {
  line: Line;
  loads: Load[];
  close: () => void;
}) {
  const [doing, begin] = useState<Action | null>(null);
  const may = ACTIONS.filter((action) => line.allowedActions.includes(action));
  const Form = doing === null ? null : FORMS[doing];
  return (
    <Dialog title={line.product.name} close={close}>
      <Facts>
        <Fact name={say("deliveries.person")}>{line.assignment.person.fullName}</Fact>
        <Fact name={say("month.due")}>{day(line.dueOn)}</Fact>
        <Fact name={say("month.done")}>{reached(line)}</Fact>
        <Fact name={say("work.units")}>{decimal(line.units, language())}</Fact>
      </Facts>
      {line.assignment.note === "" ? null : <p className="quiet">{line.assignment.note}</p>}
      <Faults line={line} />
      {Form === null ? (
        <div className="dialog-actions">
          {may.map((action) => (
            <Button key={action} size="small" onPress={() => begin(action)}>
              {say(`work.${action}`)}
            </Button>
          ))}
          <Button onPress={close}>{say("ui.close")}</Button>
        </div>
      ) : (
        <Form line={line} loads={loads} leave={() => begin(null)} close={close} />
      )}
    </Dialog>
  );
}

/** Every fault with its objective cause, or the way to confirm one. */
function Faults({ line }: { line: Line }) {
  const [excused, excuse] = useState<string | null>(null);
  if (line.faults.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{say("work.faults")}</h3>
      <ul className="plain">
        {line.faults.map((fault) => (
          <li key={fault.id} className="told">
            <div className="stack-tight">
              <span>
                {say(`fault.${fault.kind}`)}: {fault.reason}
              </span>
              <span className="quiet small">{day(fault.notedOn)}</span>
              {fault.objectiveCause === null || fault.objectiveCause === undefined ? null : (
                <span className="small">
                  <Badge tone="good">{say("cause.confirmed")}</Badge> {fault.objectiveCause}
                </span>
              )}
              {excused === fault.id ? <CauseForm fault={fault} leave={() => excuse(null)} /> : null}
            </div>
            {fault.allowedActions.includes("ConfirmObjectiveCause") && excused !== fault.id ? (
              <Button size="small" onPress={() => excuse(fault.id)}>
                {say("cause.confirm")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

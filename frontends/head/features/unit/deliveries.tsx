import { byGivenName, day, decimal } from "@congtam/format";
import { AcceptDeliveriesDocument, useDeed } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { useTold } from "@congtam/shared/shell";
import { Badge, Button, Card, Check, type Column, DataTable, lazily, Notice } from "@congtam/ui";
import { Suspense, useState } from "react";
import type { Delivery } from "./unit-answer";

const Returning = lazily(() => import("./returning"));

/** Deliveries that wait for me: accepted many at once, or returned with a reason. */
export function Deliveries({ deliveries }: { deliveries: Delivery[] }) {
  const [picked, pick] = useState<ReadonlySet<string>>(new Set());
  const [returning, giveBack] = useState<Delivery[]>([]);
  const [problems, setProblems] = useState<string[]>([]);
  const { act, pending } = useTold(
    useDeed(AcceptDeliveriesDocument, say("deliveries.accept")),
    say("deliveries.accepted"),
  );
  const judged = deliveries.filter((each) => each.allowedActions.includes("AcceptDelivery"));
  const chosen = judged.filter((each) => picked.has(each.id));
  if (deliveries.length === 0) return null;
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    pick(next);
  };
  const all = () =>
    pick(new Set(chosen.length === judged.length ? [] : judged.map(({ id }) => id)));
  const accept = async () => {
    const rows = chosen.map(({ id, version }) => ({ delivery: id, version }));
    const outcome = await act({ rows });
    if (outcome.did !== "done") return;
    pick(new Set());
    const refused = outcome.value.outcomes.filter((each) => each.__typename === "Refused");
    setProblems([...new Set(refused.map(({ message }) => message))]);
  };
  return (
    <Card
      title={say("deliveries.title")}
      aside={
        <div className="row">
          <Button size="small" isDisabled={chosen.length === 0} onPress={() => giveBack(chosen)}>
            {say("deliveries.return", { count: chosen.length })}
          </Button>
          <Button
            size="small"
            kind="main"
            isDisabled={chosen.length === 0}
            isPending={pending}
            onPress={accept}
          >
            {say("deliveries.acceptMany", { count: chosen.length })}
          </Button>
        </div>
      }
    >
      {problems.map((problem) => (
        <Notice key={problem} tone="bad">
          <p role="alert">{problem}</p>
        </Notice>
      ))}
      <Check
        label={say("deliveries.all", { count: judged.length })}
        checked={judged.length > 0 && chosen.length === judged.length}
        change={all}
      />
      <DataTable
        label={say("deliveries.title")}
        columns={columns(picked, toggle)}
        rows={deliveries}
        nothing={say("deliveries.none")}
        searched={(each) => `${each.person.fullName} ${each.assignment.product.name}`}
      />
      {returning.length === 0 ? null : (
        <Suspense fallback={null}>
          <Returning deliveries={returning} close={() => giveBack([])} />
        </Suspense>
      )}
    </Card>
  );
}

function columns(picked: ReadonlySet<string>, toggle: (id: string) => void): Column<Delivery>[] {
  return [
    {
      id: "person",
      title: say("deliveries.person"),
      isHeader: true,
      order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
      cell: (each) =>
        each.allowedActions.includes("AcceptDelivery") ? (
          <Check
            label={each.person.fullName}
            more={each.assignment.product.name}
            checked={picked.has(each.id)}
            change={() => toggle(each.id)}
          />
        ) : (
          each.person.fullName
        ),
    },
    { id: "task", title: say("month.task"), cell: (each) => <Task delivery={each} /> },
    {
      id: "quantity",
      title: say("deliveries.quantity"),
      isNumber: true,
      cell: (each) => decimal(each.quantity, language()),
    },
    {
      id: "due",
      title: say("month.due"),
      order: (left, right) => left.assignment.dueOn.localeCompare(right.assignment.dueOn),
      cell: (each) => <Days delivery={each} />,
    },
    {
      id: "evidence",
      title: say("deliveries.evidence"),
      cell: (each) => <Proof delivery={each} />,
    },
  ];
}

function Task({ delivery }: { delivery: Delivery }) {
  const { product, title } = delivery.assignment;
  const named = title === product.name ? "" : title;
  return (
    <div className="stack-tight">
      <span>{product.name}</span>
      <span className="quiet small">
        {[product.code, named, delivery.note].filter(Boolean).join(" · ")}
      </span>
    </div>
  );
}

function Days({ delivery }: { delivery: Delivery }) {
  const late = delivery.deliveredOn > delivery.assignment.dueOn;
  return (
    <div className="stack-tight">
      <span className="number">{day(delivery.assignment.dueOn)}</span>
      <span className="small">
        {late ? (
          <Badge tone="warn">{say("deliveries.late", { day: day(delivery.deliveredOn) })}</Badge>
        ) : (
          say("month.since", { day: day(delivery.deliveredOn) })
        )}
      </span>
    </div>
  );
}

function Proof({ delivery }: { delivery: Delivery }) {
  return (
    <ul className="plain">
      {delivery.evidence.map((each) => (
        <li key={each.id}>
          {each.url ? (
            <a href={each.url} target="_blank" rel="noreferrer">
              {each.name}
            </a>
          ) : (
            each.name
          )}
        </li>
      ))}
    </ul>
  );
}

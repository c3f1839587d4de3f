import { say } from "@congtam/i18n";
import { Badge } from "@congtam/ui";
import { Cite, pathOf } from "./words";

export interface Gate {
  code: string;
  name: string;
  open: boolean;
  missing?: boolean;
  waivableByWish?: boolean;
  specialCase?: boolean;
  because: readonly { text: string; cite: string }[];
  cites: readonly string[];
  evidence: readonly { kind: string; id: string; edition?: number | null }[];
}

/** Conditions of an action, each open or closed: why, by which article, resting on which records. */
export function Gates({ gates, person }: { gates: readonly Gate[]; person: string }) {
  return (
    <ul className="steps">
      {gates.map((gate) => (
        <li key={gate.code} className="stack-tight">
          <div className="row spread">
            <h3>{gate.name}</h3>
            <Standing gate={gate} />
          </div>
          {gate.because.map((reason) => (
            <p key={reason.text}>
              {reason.text} <Cite>{reason.cite}</Cite>
            </p>
          ))}
          {gate.because.length === 0 ? <Cite>{gate.cites.join("; ")}</Cite> : null}
          {gate.open ? null : <Way gate={gate} />}
          <Records gate={gate} person={person} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ gate }: { gate: Gate }) {
  if (gate.open) return <Badge tone="good">{say("gate.open")}</Badge>;
  return <Badge tone="bad">{say(gate.missing ? "gate.missing" : "gate.closed")}</Badge>;
}

/** What would open a closed gate, where the text knows something. */
function Way({ gate }: { gate: Gate }) {
  if (gate.waivableByWish) return <p className="small">{say("gate.byWish")}</p>;
  if (gate.specialCase) return <p className="small">{say("gate.special")}</p>;
  if (gate.missing) return <p className="small">{say("gate.missingWhy")}</p>;
  return null;
}

function Records({ gate, person }: { gate: Gate; person: string }) {
  if (gate.evidence.length === 0) return null;
  return (
    <p className="row small">
      {say("gate.records")}
      {gate.evidence.map((each) => {
        const path = pathOf(each, person);
        const name = say(`evidence.${each.kind as "posting"}`);
        return path === null ? (
          <span key={`${each.kind}.${each.id}`}>{name}</span>
        ) : (
          <a key={`${each.kind}.${each.id}`} href={path}>
            {name}
          </a>
        );
      })}
    </p>
  );
}

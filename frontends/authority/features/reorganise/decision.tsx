import { say } from "@congtam/i18n";
import { UnitPicker } from "@congtam/shared/choosing";
import { Button, Card, Choice, DayField, Radios, TextField } from "@congtam/ui";
import { useState } from "react";
import type { Draft, Part } from "./plan";

const KINDS = ["MERGE", "SPLIT", "RENAME", "TRANSFER"] as const;

interface Asked {
  agency: string;
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
}

/** Which decision it is, of which day. */
export function Decision({ draft, change }: Asked) {
  return (
    <Card title={say("reorganise.decision")}>
      {draft.ending === null ? (
        <Radios
          label={say("reorganise.kind")}
          options={KINDS.map((value) => ({ value, label: say(`reorganise.kind.${value}`) }))}
          chosen={draft.kind}
          choose={(kind) => change({ kind })}
        />
      ) : null}
      <div className="columns">
        <TextField
          label={say("reorganise.number")}
          isRequired
          maxLength={100}
          value={draft.decisionNo}
          onChange={(decisionNo) => change({ decisionNo })}
        />
        <DayField
          label={say("reorganise.day")}
          help={say("reorganise.dayHelp")}
          isRequired
          value={draft.day}
          onChange={(day) => change({ day })}
        />
      </div>
    </Card>
  );
}

/** The units that stand before: which of them end, and which go on. */
export function Parts({ agency, draft, change, first }: Asked & { first: string }) {
  const set = (id: string, ends: boolean) =>
    change({ parts: draft.parts.map((each) => (each.id === id ? { ...each, ends } : each)) });
  const isChoice = draft.kind === "MERGE" || draft.kind === "SPLIT";
  return (
    <Card title={say("reorganise.parts")}>
      <p className="quiet">{say(`reorganise.partsWhy.${draft.kind ?? "MERGE"}`)}</p>
      <ul className="plain">
        {draft.parts.map((part) => (
          <li key={part.id} className="told">
            <strong>{part.name}</strong>
            <div className="row">
              {isChoice ? (
                <Choice
                  label={say("reorganise.fate", { unit: part.name })}
                  isLabelHidden
                  value={part.ends ? "ends" : "goesOn"}
                  options={[
                    { value: "ends", label: say("reorganise.ends") },
                    { value: "goesOn", label: say("reorganise.goesOn") },
                  ]}
                  choose={(fate) => set(part.id, fate === "ends")}
                />
              ) : null}
              {part.id === first ? null : (
                <Button
                  size="small"
                  aria-label={say("reorganise.without", { unit: part.name })}
                  onPress={() =>
                    change({ parts: draft.parts.filter((each) => each.id !== part.id) })
                  }
                >
                  {say("reorganise.remove")}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {draft.kind === "RENAME" ? null : (
        <AnotherPart
          key={draft.parts.length}
          agency={agency}
          known={draft.parts}
          add={(part) => change({ parts: [...draft.parts, part] })}
        />
      )}
      {draft.kind === "TRANSFER" ? (
        <UnitPicker
          agency={agency}
          label={say("reorganise.above")}
          isRequired
          without={draft.parts.map(({ id }) => id)}
          chosen={draft.above}
          choose={(id, name) => change({ above: { id, name } })}
        />
      ) : null}
    </Card>
  );
}

export function AnotherPart({
  agency,
  known,
  label = say("reorganise.another"),
  add,
}: {
  agency: string;
  known: Part[];
  label?: string;
  add: (part: Part) => void;
}) {
  const [chosen, choose] = useState({ id: "", name: "" });
  return (
    <div className="stack-tight">
      <UnitPicker
        agency={agency}
        label={label}
        without={known.map(({ id }) => id)}
        chosen={chosen}
        choose={(id, name) => choose({ id, name })}
      />
      <div className="row">
        <Button
          isDisabled={chosen.id === ""}
          onPress={() => {
            add({ ...chosen, ends: true });
            choose({ id: "", name: "" });
          }}
        >
          {say("reorganise.addPart")}
        </Button>
      </div>
    </div>
  );
}

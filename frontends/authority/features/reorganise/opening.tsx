import { newId, type Standing } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { UnitPicker } from "@congtam/shared/choosing";
import { Button, Card, Choice, Fold, Pager, TextField, usePages } from "@congtam/ui";
import type { Draft, NewUnit } from "./plan";

const STANDINGS: readonly Standing[] = ["NONE", "DIRECT_USING", "USING", "MANAGING"];
/** So many at a time: where a whole agency ends they may be a hundred. */
const PAGE = 10;

interface Asked {
  agency: string;
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
}

/** The units that the decision opens. */
export function NewUnits({ draft, change, ...asked }: Asked) {
  const { shown, page, pages, turn } = usePages(draft.opens, PAGE);
  const another: NewUnit = {
    key: `new-${newId()}`,
    name: "",
    standing: "DIRECT_USING",
    parent: "",
    parentName: "",
    code: "",
  };
  return (
    <Card title={say("reorganise.opens")}>
      <p className="quiet">{say("reorganise.opensWhy")}</p>
      {shown.map((unit, place) => {
        const one = { ...asked, draft, change, unit, number: page * PAGE + place + 1 };
        return draft.ending === null ? (
          <OneNew key={unit.key} {...one} />
        ) : (
          <Fold
            key={unit.key}
            isOpen={unit.name === "" || unit.parent === ""}
            title={<Line unit={unit} />}
          >
            <OneNew {...one} />
          </Fold>
        );
      })}
      <Pager
        place={say("ui.pageOf", { page: page + 1, pages })}
        back={page > 0 ? () => turn(-1) : null}
        on={page < pages - 1 ? () => turn(1) : null}
      />
      <div className="row">
        <Button
          onPress={() => {
            change({ opens: [...draft.opens, another] });
            turn(pages);
          }}
        >
          {say("reorganise.addNew")}
        </Button>
      </div>
    </Card>
  );
}

function Line({ unit }: { unit: NewUnit }) {
  return (
    <>
      <strong>{unit.name.trim() || say("reorganise.unnamedUnit")}</strong>{" "}
      <span className="quiet small">{unit.parentName}</span>
    </>
  );
}

function OneNew({
  agency,
  draft,
  change,
  unit,
  number,
}: Asked & { unit: NewUnit; number: number }) {
  const set = (changes: Partial<NewUnit>) =>
    change({
      opens: draft.opens.map((each) => (each.key === unit.key ? { ...each, ...changes } : each)),
    });
  return (
    <fieldset className="group">
      <legend>{say("reorganise.newUnit", { number })}</legend>
      <div className="columns">
        <TextField
          label={say("reorganise.unitName")}
          isRequired
          maxLength={300}
          value={unit.name}
          onChange={(name) => set({ name })}
        />
        <TextField
          label={say("reorganise.unitCode")}
          maxLength={50}
          value={unit.code}
          onChange={(code) => set({ code })}
        />
        <Choice
          label={say("structure.standingIs")}
          value={unit.standing}
          options={STANDINGS.map((value) => ({
            value,
            label: say(`structure.standing.${value}`),
          }))}
          choose={(standing) => set({ standing })}
        />
        <UnitPicker
          agency={agency}
          label={say("reorganise.unitAbove")}
          isRequired
          without={draft.parts.filter(({ ends }) => ends).map(({ id }) => id)}
          chosen={{ id: unit.parent, name: unit.parentName }}
          choose={(parent, parentName) => set({ parent, parentName })}
        />
      </div>
      <div className="row">
        <Button
          size="small"
          onPress={() => change({ opens: draft.opens.filter(({ key }) => key !== unit.key) })}
        >
          {say("reorganise.removeNew", { number })}
        </Button>
      </div>
    </fieldset>
  );
}

import { day, matches, today } from "@congtam/format";
import { learn, say } from "@congtam/i18n";
import { structure } from "@congtam/i18n/catalogue/structure";
import { useAgency } from "@congtam/shared/agency";
import { AllUnits, type Branch, branches, flat, placedOn, type Unit } from "@congtam/shared/units";
import { Badge, Button, Card, DayField, Icon, Loading, Nothing, Page, Search } from "@congtam/ui";
import { useState } from "react";

learn(structure);

const OPEN_TO = 2;

/** The units of an agency as they stand on a day. */
export default function Units() {
  const { agency } = useAgency();
  const [on, choose] = useState(today());
  return (
    <Page title={say("structure.unitsTitle")}>
      {agency === null ? (
        <Loading />
      ) : (
        <Card
          title={agency.name}
          aside={<DayField label={say("structure.onDay")} value={on} onChange={choose} />}
        >
          {on === "" ? (
            <p className="quiet">{say("structure.noDay")}</p>
          ) : (
            <AllUnits key={`${agency.id} ${on}`} agency={agency.id} on={on}>
              {(units) => <Tree units={units} on={on} />}
            </AllUnits>
          )}
        </Card>
      )}
    </Page>
  );
}

function Tree({ units, on }: { units: Unit[]; on: string }) {
  const [search, setSearch] = useState("");
  const tops = branches(units, on);
  if (units.length === 0) return <Nothing title={say("structure.noUnits", { day: day(on) })} />;
  const found = flat(tops).filter(({ unit }) => matches(`${unit.name} ${unit.code ?? ""}`, search));
  return (
    <>
      <p className="quiet small">{say("structure.unitCount", { count: units.length })}</p>
      <Search
        label={say("ui.searchIn", { what: say("structure.units") })}
        value={search}
        onChange={setSearch}
      />
      {search.trim() === "" ? (
        <ul className="tree" aria-label={say("structure.units")}>
          {tops.map((top) => (
            <Twig key={top.unit.id} branch={top} on={on} />
          ))}
        </ul>
      ) : found.length === 0 ? (
        <p className="quiet">{say("ui.nothingFound", { search })}</p>
      ) : (
        <ul className="tree">
          {found.map(({ unit }) => (
            <li key={unit.id}>
              <Leaf unit={unit} on={on} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Twig({ branch, on }: { branch: Branch<Unit>; on: string }) {
  const [open, setOpen] = useState(branch.depth < OPEN_TO - 1);
  const { unit, beneath } = branch;
  return (
    <li>
      <div className="twig">
        {beneath.length === 0 ? (
          <span className="twig-mark" />
        ) : (
          <Button
            kind="quiet"
            size="small"
            aria-expanded={open}
            aria-label={say(open ? "structure.fold" : "structure.unfold", { unit: unit.name })}
            onPress={() => setOpen(!open)}
          >
            <Icon name={open ? "down" : "right"} />
          </Button>
        )}
        <Leaf unit={unit} on={on} />
      </div>
      {open && beneath.length > 0 ? (
        <ul>
          {beneath.map((each) => (
            <Twig key={each.unit.id} branch={each} on={on} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function Leaf({ unit, on }: { unit: Unit; on: string }) {
  const place = placedOn(unit.placements, on);
  const at = on === today() ? "" : `/${on}`;
  return (
    <span className="row">
      <a href={`/authority/units/${unit.id}${at}`}>{unit.name}</a>
      {unit.code === null ? null : <span className="quiet small">{unit.code}</span>}
      {place === undefined ? null : (
        <>
          {place.standing === "NONE" ? null : (
            <Badge>{say(`structure.standing.${place.standing}`)}</Badge>
          )}
          <span className="quiet small">{say("structure.since", { day: day(place.since) })}</span>
        </>
      )}
    </span>
  );
}

import { byGivenName, decimal, shiftPoint } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { Cites, LevelBadge, Steps } from "@congtam/shared/sheet";
import {
  Badge,
  Card,
  Check,
  type Column,
  DataTable,
  Fact,
  Facts,
  LongTextField,
  Notice,
} from "@congtam/ui";
import type { Chosen, Group } from "./choosing";

type Candidate = Group["candidates"]["nodes"][number];

/** One group of similar duties: its places, who is above the line, and the choice among them. */
export function QuotaGroup({
  group,
  isOpen,
  chosen,
  choose,
}: {
  group: Group;
  /** Its places are counted, and nothing is decided yet. */
  isOpen: boolean;
  chosen: Chosen;
  /** Null where there is nothing to choose, or it is not for the reader to do so. */
  choose: ((chosen: Chosen) => void) | null;
}) {
  const people = [...group.candidates.nodes].sort((left, right) =>
    byGivenName(left.person.fullName, right.person.fullName),
  );
  return (
    <Card
      title={group.name}
      aside={
        isOpen ? (
          <Badge tone={group.outcome === "CHOICE" ? "warn" : "plain"}>
            {say(group.aboveLine === 0 ? "outcome.none" : `outcome.${group.outcome}`)}
          </Badge>
        ) : null
      }
    >
      <Counts group={group} picked={choose === null ? null : chosen.cases.length} />
      {group.aboveLine === 0 ? null : (
        <DataTable
          label={say("group.above", { group: group.name })}
          columns={columns(chosen, choose)}
          rows={people}
          nothing={say("group.hidden")}
          pageSize={50}
        />
      )}
      {group.candidates.totalCount > people.length ? (
        <Notice tone="warn">
          <p>{say("group.more", { shown: people.length, all: group.candidates.totalCount })}</p>
        </Notice>
      ) : null}
      {choose === null ? null : (
        <LongTextField
          label={say("group.why")}
          help={say("group.whyHelp")}
          value={chosen.reason}
          onChange={(reason) => choose({ ...chosen, reason })}
          maxLength={2000}
        />
      )}
      {group.reason ? <p>{say("group.reason", { reason: group.reason })}</p> : null}
      <details>
        <summary>{say("group.how")}</summary>
        <div className="stack">
          <Steps steps={group.steps} />
          <Readings group={group} />
          <Cites cites={group.cites} />
        </div>
      </details>
    </Card>
  );
}

function Counts({ group, picked }: { group: Group; picked: number | null }) {
  return (
    <Facts>
      <Fact name={say("board.rated")}>{group.rated}</Fact>
      <Fact name={say("board.good")}>{group.good}</Fact>
      <Fact name={say("board.aboveLine")}>{group.aboveLine}</Fact>
      <Fact name={say("group.share")}>
        {say("group.percent", { share: decimal(shiftPoint(group.share, 2), language()) })}
      </Fact>
      <Fact name={say("board.places")}>{group.places}</Fact>
      {picked === null ? null : (
        <Fact name={say("group.picked")}>
          {say("group.pickedOf", { picked, places: group.places })}
        </Fact>
      )}
      {group.chosen === null ? null : <Fact name={say("board.chosen")}>{group.chosen}</Fact>}
    </Facts>
  );
}

/** What the other readings of article 20.5 would give. */
function Readings({ group }: { group: Group }) {
  return (
    <Facts>
      <Fact name={say("group.reading")}>{say(`reading.${group.reading as "strict"}`)}</Fact>
      <Fact name={say("reading.strict")}>{group.placesStrict}</Fact>
      <Fact name={say("reading.initial")}>{group.placesInitial}</Fact>
      <Fact name={say("reading.broad")}>{group.placesBroad}</Fact>
    </Facts>
  );
}

function columns(chosen: Chosen, choose: ((chosen: Chosen) => void) | null): Column<Candidate>[] {
  const turn = (id: string) => {
    const without = chosen.cases.filter((each) => each !== id);
    const cases = without.length === chosen.cases.length ? [...chosen.cases, id] : without;
    choose?.({ ...chosen, cases });
  };
  return [
    {
      id: "person",
      title: say("board.person"),
      isHeader: true,
      cell: (each) => (
        <div className="stack-tight">
          <a href={`/authority/classes/case/${each.id}`}>{each.person.fullName}</a>
          <span className="quiet small">{each.unit?.name}</span>
        </div>
      ),
    },
    {
      id: "total",
      title: say("board.score"),
      isNumber: true,
      order: (left, right) => Number(left.total ?? 0) - Number(right.total ?? 0),
      cell: (each) => (each.total === null ? "—" : decimal(each.total, language())),
    },
    {
      id: "choice",
      title: choose === null ? say("board.class") : say("group.choose"),
      cell: (each) =>
        choose === null ? (
          each.appliedLevel === null ? (
            "—"
          ) : (
            <LevelBadge level={each.appliedLevel} />
          )
        ) : (
          <Check
            label={say("group.chooseOne")}
            more={each.person.fullName}
            checked={chosen.cases.includes(each.id)}
            change={() => turn(each.id)}
          />
        ),
    },
  ];
}

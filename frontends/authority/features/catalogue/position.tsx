import { day, decimal } from "@congtam/format";
import { PositionPageDocument, useAnswer } from "@congtam/graph";
import { language, learn, say } from "@congtam/i18n";
import { positions } from "@congtam/i18n/catalogue/positions";
import { DeedButtons } from "@congtam/shared/forms";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Fact, Facts, Nothing, Page } from "@congtam/ui";
import type { Criteria, Found, Position } from "./position-answer";
import { closePosition, defineKpi, definePosition } from "./position-deeds";

learn(positions);

type Kpi = Found["kpis"]["nodes"][number];
type Process = Found["processCriteria"]["nodes"][number];

/** One job position. */
export default function PositionPage({ params }: { params: Params }) {
  const answer = useAnswer(PositionPageDocument, { position: params.position ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {(found) =>
        found.position === null ? (
          <Nothing isPage title={say("positions.nothing")}>
            <a href="/authority/positions">{say("positions.title")}</a>
          </Nothing>
        ) : (
          <Shown found={found} position={found.position} />
        )
      }
    </Loaded>
  );
}

function Shown({ found, position }: { found: Found; position: Position }) {
  const may = (action: string) => position.allowedActions.includes(action);
  return (
    <Page
      title={`${position.code} ${position.name}`}
      actions={
        <DeedButtons
          forms={[
            may("DefinePosition") && definePosition(position.agency.id, position),
            may("DefineKpi") && defineKpi(position, found.generalCriteria),
            may("DefinePosition") && closePosition(position),
          ]}
        />
      }
    >
      <Card>
        <Facts>
          <Fact name={say("positions.group")}>
            {position.group === null ? "—" : say(`positions.group.${position.group}`)}
          </Fact>
          <Fact name={say("positions.rank")}>
            {position.rank === null ? "—" : say(`positions.rank.${position.rank}`)}
          </Fact>
          <Fact name={say("positions.since")}>{day(position.openedOn)}</Fact>
          {position.closedOn === null ? null : (
            <Fact name={say("positions.state")}>
              <Badge tone="warn">
                {say("positions.closedOn", { day: day(position.closedOn) })}
              </Badge>
            </Fact>
          )}
        </Facts>
        {position.purpose === "" ? null : <p>{position.purpose}</p>}
      </Card>
      <Card title={say("positions.kpis")}>
        <DataTable
          label={say("positions.kpis")}
          columns={kpiColumns(found.generalCriteria)}
          rows={found.kpis.nodes}
          nothing={say("positions.noKpis")}
        />
      </Card>
      <Card title={say("positions.process")}>
        <DataTable
          label={say("positions.process")}
          columns={processColumns()}
          rows={found.processCriteria.nodes}
          nothing={say("positions.noProcess")}
        />
      </Card>
      <Described position={position} />
    </Page>
  );
}

function Described({ position }: { position: Position }) {
  const parts = [
    {
      title: say("positions.tasks"),
      entries: position.tasks.map(({ id, no, area, work, criterion }) => ({
        id,
        text: [[no, work].filter(Boolean).join(". "), area].filter(Boolean).join(" · "),
        more: criterion,
      })),
    },
    {
      title: say("positions.requirements"),
      entries: position.requirements.map(({ id, kind, requirement }) => ({
        id,
        text: requirement,
        more: kind,
      })),
    },
    {
      title: say("positions.competences"),
      entries: position.competences.map(({ id, group, name, level }) => ({
        id,
        text: [name, level].filter(Boolean).join(" · "),
        more: group,
      })),
    },
  ];
  return parts
    .filter(({ entries }) => entries.length > 0)
    .map(({ title, entries }) => (
      <Card key={title} title={title}>
        <ul className="plain">
          {entries.map(({ id, text, more }) => (
            <li key={id} className="told">
              <div className="stack-tight">
                <span>{text}</span>
                <span className="quiet small">{more}</span>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    ));
}

function kpiColumns(criteria: Criteria): Column<Kpi>[] {
  return [
    { id: "code", title: say("positions.code"), cell: ({ code }) => code },
    {
      id: "name",
      title: say("positions.kpiName"),
      isHeader: true,
      cell: ({ name, kind }) => (
        <div className="stack-tight">
          <span>{name}</span>
          <span className="quiet small">{say(`positions.kind.${kind}`)}</span>
        </div>
      ),
    },
    {
      id: "target",
      title: say("positions.target"),
      cell: ({ target, unitOfMeasure, direction }) => (
        <div className="stack-tight">
          <span>{`${decimal(target, language())} ${unitOfMeasure}`}</span>
          <span className="quiet small">{say(`positions.direction.${direction}`)}</span>
        </div>
      ),
    },
    {
      id: "measure",
      title: say("positions.measure"),
      cell: ({ measure }) => say(`positions.measure.${measure}`),
    },
    {
      id: "feeds",
      title: say("positions.feeds"),
      cell: ({ feeds, criterion, product }) =>
        criterion === null ? (
          <div className="stack-tight">
            <span>{say(`positions.feeds.${feeds}`)}</span>
            {product === null ? null : (
              <span className="quiet small">{`${product.code} ${product.name}`}</span>
            )}
          </div>
        ) : (
          `${criterion} ${criteria.find(({ code }) => code === criterion)?.name ?? ""}`
        ),
    },
    { id: "since", title: say("positions.since"), cell: ({ since }) => day(since) },
  ];
}

function processColumns(): Column<Process>[] {
  return [
    { id: "code", title: say("positions.code"), cell: ({ code }) => code },
    { id: "name", title: say("positions.processName"), isHeader: true, cell: ({ name }) => name },
    {
      id: "process",
      title: say("positions.measure"),
      cell: ({ process }) => (process === null ? "—" : say(`positions.measured.${process}`)),
    },
    {
      id: "points",
      title: say("positions.points"),
      isNumber: true,
      cell: ({ points }) => decimal(points, language()),
    },
  ];
}

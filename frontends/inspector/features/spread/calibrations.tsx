import { decimal, instant } from "@congtam/format";
import type { SpreadOfScoresQuery } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { LevelBadge } from "@congtam/shared/sheet";
import { Badge, Card, type Column, DataTable } from "@congtam/ui";

type Found = SpreadOfScoresQuery["calibrationsOfAgency"];
type Asked = Found["nodes"][number];
type Somebody = { fullName: string } | null;

/** Scores that the next head up asked to be reconsidered: before, after, why, and who said it. */
export function Calibrations({ found }: { found: Found }) {
  return (
    <Card title={say("spread.calibrations")}>
      <p className="quiet">{say("spread.calibrationsWhy")}</p>
      <DataTable
        label={say("spread.calibrations")}
        columns={columns()}
        rows={found.nodes}
        nothing={say("spread.noCalibrations")}
      />
      {found.totalCount > found.nodes.length ? (
        <p className="quiet small">
          {say("spread.calibrationsMore", { shown: found.nodes.length, all: found.totalCount })}
        </p>
      ) : null}
    </Card>
  );
}

function columns(): Column<Asked>[] {
  return [
    {
      id: "person",
      title: say("spread.person"),
      isHeader: true,
      cell: ({ person, sheet, unit }) => (
        <div className="stack-tight">
          {sheet === null ? (
            <span>{person.fullName}</span>
          ) : (
            <a href={`/inspector/sheet/${sheet.id}`}>{person.fullName}</a>
          )}
          <span className="quiet small">{unit.name}</span>
        </div>
      ),
    },
    {
      id: "before",
      title: say("spread.before"),
      cell: (each) => <Score total={each.beforeTotal} level={each.beforeLevel} />,
    },
    {
      id: "asked",
      title: say("spread.askedWhy"),
      cell: (each) => (
        <Said text={each.reason} who={each.askedBy} head={each.onBehalfOf} at={each.askedAt} />
      ),
    },
    {
      id: "after",
      title: say("spread.after"),
      cell: (each) =>
        each.afterLevel === null ? (
          <Badge tone="warn">{say("spread.unanswered")}</Badge>
        ) : (
          <Score total={each.afterTotal} level={each.afterLevel} />
        ),
    },
    {
      id: "answer",
      title: say("spread.answerWhy"),
      cell: (each) =>
        each.answeredAt === null ? (
          "—"
        ) : (
          <Said
            text={each.answer ?? ""}
            who={each.answeredBy}
            head={each.answeredOnBehalfOf}
            at={each.answeredAt}
          />
        ),
    },
  ];
}

function Score({ total, level }: { total: string | null; level: Asked["beforeLevel"] }) {
  return (
    <div className="stack-tight">
      <span>{total === null ? "—" : decimal(total, language())}</span>
      <span>
        <LevelBadge level={level} />
      </span>
    </div>
  );
}

function Said({
  text,
  who,
  head,
  at,
}: {
  text: string;
  who: Somebody;
  head: Somebody;
  at: string;
}) {
  const name = who?.fullName ?? "—";
  return (
    <div className="stack-tight">
      <span>{text}</span>
      <span className="quiet small">
        {head === null
          ? say("spread.said", { who: name, at: instant(at) })
          : say("spread.saidFor", { who: name, head: head.fullName, at: instant(at) })}
      </span>
    </div>
  );
}

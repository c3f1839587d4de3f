import { day } from "@congtam/format";
import type { ProcedureToldFragment } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { Badge, Card, Fact, Facts } from "@congtam/ui";
import { closing, extension, postponement, resumption } from "./procedure-forms";

export type Procedure = ProcedureToldFragment;

/** A procedure under way or over: its clock, its papers, and what may be recorded of it. */
export function ProcedureCard({
  procedure,
  withPerson = false,
}: {
  procedure: Procedure;
  withPerson?: boolean;
}) {
  const may = procedure.allowedActions.includes("ChangeProcedure");
  const waits = isPostponed(procedure);
  return (
    <Card
      title={
        withPerson
          ? say("procedure.of", {
              kind: say(`procedure.${procedure.kind}`),
              name: procedure.person.fullName,
            })
          : say(`procedure.${procedure.kind}`)
      }
      aside={<Clock procedure={procedure} />}
    >
      <p>{procedure.about}</p>
      <Facts>
        <Fact name={say("procedure.foundOn")}>{day(procedure.foundOn)}</Fact>
        <Fact name={say("procedure.openedOn")}>{day(procedure.openedOn)}</Fact>
        <Fact name={say("procedure.opening")}>
          <PaperShown
            number={procedure.openingNo}
            on={procedure.openingDay}
            sha256={procedure.openingSha256}
            url={procedure.openingUrl}
          />
        </Fact>
        {procedure.complicated ? (
          <Fact name={say("procedure.extended")}>
            <PaperShown number={procedure.extensionNo} on={procedure.extensionDay} />
          </Fact>
        ) : null}
        {procedure.closedOn && procedure.outcome ? (
          <Fact name={say(`procedureOutcome.${procedure.outcome}`)}>
            {day(procedure.closedOn)}
            <PaperShown number={procedure.closingNo} on={procedure.closingDay} />
          </Fact>
        ) : null}
      </Facts>
      {procedure.closingNote ? <p>{procedure.closingNote}</p> : null}
      <Postponed procedure={procedure} />
      <span className="quiet small">{procedure.cites.join("; ")}</span>
      {withPerson ? (
        <a href={`/authority/discipline/${procedure.person.id}`}>
          {say("discipline.whole", { name: procedure.person.fullName })}
        </a>
      ) : null}
      <DeedButtons
        size="small"
        forms={[
          may && !procedure.complicated && extension(procedure),
          may && !waits && postponement(procedure),
          may && waits && resumption(procedure),
          may && closing(procedure),
        ]}
      />
    </Card>
  );
}

function Clock({ procedure }: { procedure: Procedure }) {
  if (procedure.closedOn !== null) return <Badge>{say("procedure.over")}</Badge>;
  if (procedure.dueOn === null) return <Badge tone="warn">{say("procedure.stands")}</Badge>;
  return (
    <Badge tone={procedure.overdue ? "bad" : "info"}>
      {say(procedure.overdue ? "procedure.overdue" : "procedure.dueOn", {
        day: day(procedure.dueOn),
      })}
    </Badge>
  );
}

function Postponed({ procedure }: { procedure: Procedure }) {
  if (procedure.postponements.length === 0) return null;
  return (
    <ul className="steps">
      {procedure.postponements.map((each) => (
        <li key={each.id} className="row">
          <span>
            {say(each.until ? "procedure.postponedFrom" : "procedure.postponedSince", {
              since: day(each.since),
              until: each.until ? day(each.until) : "",
            })}
          </span>
          <PaperShown number={each.documentNo} on={each.documentDay} />
        </li>
      ))}
    </ul>
  );
}

/** Its days stand still now. */
function isPostponed(procedure: Procedure): boolean {
  return procedure.postponements.some((each) => each.until === null);
}

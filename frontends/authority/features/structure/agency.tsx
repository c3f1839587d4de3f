import { day, today } from "@congtam/format";
import { AgencyPageDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { structure } from "@congtam/i18n/catalogue/structure";
import { structureDeeds } from "@congtam/i18n/catalogue/structure-deeds";
import { structureRegisters } from "@congtam/i18n/catalogue/structure-registers";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons } from "@congtam/shared/forms";
import { Loaded } from "@congtam/shared/shell";
import {
  Badge,
  ButtonLink,
  Card,
  type Column,
  DataTable,
  Fact,
  Facts,
  Loading,
  Page,
} from "@congtam/ui";
import type { Agency, Code } from "./agency-answer";
import { addCode, endCode } from "./agency-deeds";
import { days } from "./days";

learn(structure, structureDeeds, structureRegisters);

/** The agency as the registers have it, with its codes. */
export default function AgencyPage() {
  const { agency } = useAgency();
  if (agency === null) return <Loading />;
  return <Asked key={agency.id} agency={agency.id} />;
}

function Asked({ agency }: { agency: string }) {
  const answer = useAnswer(AgencyPageDocument, { agency });
  return (
    <Loaded isPage answer={answer}>
      {({ agency: found }) =>
        found === null ? null : (
          <Page
            title={found.name}
            actions={
              found.mayReorganiseBeneath ? (
                <ButtonLink href="/authority/agency/merge">{say("agency.merge")}</ButtonLink>
              ) : null
            }
          >
            <Register agency={found} />
            <Codes agency={found} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Register({ agency }: { agency: Agency }) {
  return (
    <Card>
      <Facts>
        <Fact name={say("agency.kind")}>{say(`agency.kind.${agency.kind}`)}</Fact>
        {agency.area === null ? null : (
          <Fact name={say("agency.area")}>{agency.area.fullName}</Fact>
        )}
        {agency.managingAgency === null ? null : (
          <Fact name={say("agency.managing")}>{agency.managingAgency.name}</Fact>
        )}
        <Fact name={say("agency.opened")}>{day(agency.openedOn)}</Fact>
        {agency.closedOn === null ? null : (
          <Fact name={say("structure.state")}>
            <Badge tone="warn">{say("agency.closed", { day: day(agency.closedOn) })}</Badge>
          </Fact>
        )}
        {agency.succeededBy === null ? null : (
          <Fact name={say("agency.successor")}>{agency.succeededBy.name}</Fact>
        )}
      </Facts>
    </Card>
  );
}

function Codes({ agency }: { agency: Agency }) {
  const keeps = agency.allowedActions.includes("SetAgencyCode");
  const codes = [...agency.codes].sort((left, right) => right.since.localeCompare(left.since));
  return (
    <Card
      title={say("agency.codes")}
      aside={keeps ? <DeedButtons forms={[addCode(agency)]} /> : undefined}
    >
      <DataTable
        label={say("agency.codes")}
        columns={columns(keeps)}
        rows={codes}
        nothing={say("agency.noCodes")}
      />
    </Card>
  );
}

function columns(keeps: boolean): Column<Code>[] {
  return [
    { id: "code", title: say("agency.code"), isHeader: true, cell: (each) => each.code },
    { id: "days", title: say("agency.days"), cell: (each) => days(each.since, each.until) },
    { id: "state", title: say("structure.state"), cell: (each) => <State code={each} /> },
    ...(keeps
      ? [
          {
            id: "deeds",
            title: say("agency.deeds"),
            cell: (each: Code) =>
              lasts(each) ? <DeedButtons size="small" forms={[endCode(each)]} /> : null,
          },
        ]
      : []),
  ];
}

function State({ code }: { code: Code }) {
  if (code.since > today()) return <Badge tone="info">{say("agency.ahead")}</Badge>;
  if (lasts(code)) return <Badge tone="good">{say("agency.inForce")}</Badge>;
  return <Badge>{say("agency.over")}</Badge>;
}

function lasts({ until }: Code): boolean {
  return until === null || until >= today();
}

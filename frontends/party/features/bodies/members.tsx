import { byGivenName, day } from "@congtam/format";
import type { BodyMemberFragment } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { DeedButton } from "@congtam/shared/party";
import { Badge, Card, type Column, DataTable, type Turns } from "@congtam/ui";
import { Admit } from "./admit";
import type { Body } from "./body-answer";
import { Change, End, Transfer } from "./member-acts";

type TurnsOf = (page: Body["members"]["pageInfo"]) => Turns;

/** The roll of a branch, with its days. */
export function Members({ body, turns }: { body: Body; turns: TurnsOf }) {
  const mayAdmit = body.allowedActions.includes("AdmitPartyMember");
  if (body.members.totalCount === 0 && !mayAdmit) return null;
  const rows = [...body.members.nodes].sort((left, right) =>
    byGivenName(left.person.fullName, right.person.fullName),
  );
  return (
    <Card
      title={say("partyBody.members", { count: body.members.totalCount })}
      aside={
        <DeedButton
          named={body.allowedActions}
          action="AdmitPartyMember"
          label={say("members.admit")}
        >
          {(close) => <Admit body={body} close={close} />}
        </DeedButton>
      }
    >
      <DataTable
        part={turns(body.members.pageInfo)}
        label={say("members.roll")}
        columns={
          rows.some((member) => member.allowedActions.length > 0)
            ? [...columns(), acts(body)]
            : columns()
        }
        rows={rows}
        nothing={say("members.none")}
        searched={(member) => member.person.fullName}
        pageSize={50}
      />
    </Card>
  );
}

function acts(body: Body): Column<BodyMemberFragment> {
  return {
    id: "act",
    title: say("members.act"),
    cell: (member) => <Acts body={body} member={member} />,
  };
}

function columns(): Column<BodyMemberFragment>[] {
  return [
    {
      id: "person",
      title: say("members.person"),
      isHeader: true,
      order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
      cell: (member) => (
        <div className="stack-tight">
          <span>{member.person.fullName}</span>
          {member.managedBy === null ? null : (
            <span className="quiet small">
              {say("members.managedBy", { body: member.managedBy.name })}
            </span>
          )}
        </div>
      ),
    },
    {
      id: "standing",
      title: say("members.standing"),
      cell: (member) => <Stands member={member} />,
    },
    {
      id: "admitted",
      title: say("members.admittedOn"),
      order: (left, right) => left.admittedOn.localeCompare(right.admittedOn),
      cell: (member) => day(member.admittedOn),
    },
    {
      id: "since",
      title: say("members.since"),
      cell: (member) =>
        member.until === null ? day(member.since) : `${day(member.since)} – ${day(member.until)}`,
    },
  ];
}

function Stands({ member }: { member: BodyMemberFragment }) {
  return (
    <div className="row">
      <Badge>{say(`partyBodies.standing.${member.standing}`)}</Badge>
      {member.activity === "TEMPORARY" ? (
        <Badge>{say("partyBodies.activity.TEMPORARY")}</Badge>
      ) : null}
      {member.exempt ? <Badge>{say("members.exempt")}</Badge> : null}
      {member.suspended ? <Badge tone="warn">{say("members.suspended")}</Badge> : null}
      {member.outside ? <Badge>{say("members.outside")}</Badge> : null}
    </div>
  );
}

function Acts({ body, member }: { body: Body; member: BodyMemberFragment }) {
  const acts = [
    ["ChangePartyMembership", "members.change", Change],
    ["TransferPartyMember", "members.transfer", Transfer],
    ["EndPartyMembership", "members.end", End],
  ] as const;
  return (
    <div className="row">
      {acts.map(([action, label, Form]) => (
        <DeedButton
          key={action}
          named={member.allowedActions}
          action={action}
          label={say(label)}
          more={member.person.fullName}
        >
          {(close) => <Form body={body} member={member} close={close} />}
        </DeedButton>
      ))}
    </div>
  );
}

import { instant, today } from "@congtam/format";
import {
  LockExceptionsDocument,
  type LockExceptionsQuery,
  RevokeLockExceptionDocument,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { periods } from "@congtam/i18n/catalogue/periods";
import { type Agency, useAgency } from "@congtam/shared/agency";
import { DeedButtons, type DeedForm, deedForm } from "@congtam/shared/forms";
import { monthsIn, periodName, spoken } from "@congtam/shared/period";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { Badge, Card, type Column, DataTable, Loading, Page } from "@congtam/ui";

learn(periods);

type Lock = LockExceptionsQuery["lockExceptionsOfAgency"]["nodes"][number];

/** Locked months that were opened by exception. */
export default function Locks() {
  const { agency } = useAgency();
  return (
    <Page title={say("locks.title")}>
      {agency === null ? <Loading /> : <Asked key={agency.id} {...agency} />}
    </Page>
  );
}

function Asked({ id: agency, quarterlyYears }: Agency) {
  const { after, turns } = useCursor(agency);
  const answer = useAnswer(LockExceptionsDocument, { agency, after });
  return (
    <Loaded answer={answer}>
      {({ lockExceptionsOfAgency: { nodes, pageInfo } }) => (
        <Card title={say("locks.list")}>
          <p className="quiet small">
            {say("locks.how", { months: monthsIn(today(), quarterlyYears) })}
          </p>
          <DataTable
            part={turns(pageInfo)}
            label={say("locks.list")}
            columns={columns()}
            rows={nodes}
            nothing={say("locks.none")}
            pageSize={50}
          />
        </Card>
      )}
    </Loaded>
  );
}

function columns(): Column<Lock>[] {
  return [
    {
      id: "unit",
      title: say("periods.unit"),
      isHeader: true,
      cell: ({ unit, person }) => (
        <div className="stack-tight">
          <span>{unit.name}</span>
          <span className="quiet small">{person?.fullName ?? say("locks.wholeUnit")}</span>
        </div>
      ),
    },
    {
      id: "period",
      title: say("locks.period"),
      cell: (lock) => periodName(lock.period, lock.periodMonths),
    },
    {
      id: "state",
      title: say("periods.state"),
      cell: (lock) => (
        <div className="stack-tight">
          <span>
            <Badge tone={lock.inForce ? "warn" : "plain"}>
              {say(
                lock.inForce
                  ? "locks.open"
                  : lock.revokedAt === null
                    ? "locks.over"
                    : "locks.revoked",
              )}
            </Badge>
          </span>
          <span className="quiet small">{say("locks.until", { when: instant(lock.endsAt) })}</span>
        </div>
      ),
    },
    {
      id: "reason",
      title: say("periods.reason"),
      cell: ({ reason, revokedReason }) => (
        <div className="stack-tight">
          <span>{reason}</span>
          {revokedReason === null ? null : (
            <span className="quiet small">
              {say("locks.revokedWhy", { reason: revokedReason })}
            </span>
          )}
        </div>
      ),
    },
    {
      id: "by",
      title: say("locks.by"),
      cell: ({ grantedBy, onBehalfOf, grantedAt }) => (
        <div className="stack-tight">
          <span>{grantedBy.fullName}</span>
          <span className="quiet small">
            {[
              onBehalfOf === null ? "" : say("periods.onBehalf", { who: onBehalfOf.fullName }),
              instant(grantedAt),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </div>
      ),
    },
    {
      id: "act",
      title: say("periods.act"),
      cell: (lock) =>
        lock.allowedActions.includes("RevokeLockException") ? (
          <DeedButtons size="small" forms={[revoke(lock)]} />
        ) : null,
    },
  ];
}

function revoke(lock: Lock): DeedForm {
  return deedForm({
    document: RevokeLockExceptionDocument,
    name: `revokeLock.${lock.id}`,
    title: say("locks.revoke"),
    why: say("locks.revokeWhy", {
      unit: lock.unit.name,
      ...spoken(lock.period, lock.periodMonths),
    }),
    confirm: say("locks.revoke"),
    done: say("locks.revokedDone"),
    fields: [{ kind: "long", name: "reason", label: "periods.reason", isRequired: true }],
    variables: (values) => ({
      exception: lock.id,
      version: lock.version,
      reason: values.reason ?? "",
    }),
  });
}

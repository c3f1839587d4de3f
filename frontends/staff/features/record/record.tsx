import { MyRecordDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { mine } from "@congtam/i18n/catalogue/staff-record";
import { Loaded } from "@congtam/shared/shell";
import { Card, DataTable, Page } from "@congtam/ui";
import { Actions } from "./actions";
import { ABSENCES, DISCIPLINE, PROCEDURES, REWARDS } from "./columns";

learn(mine);

/** What is recorded of me, with what is in force and until when. */
export default function Recorded() {
  const answer = useAnswer(MyRecordDocument, {});
  return (
    <Page title={say("staff.record")}>
      <Loaded answer={answer}>
        {(found) => (
          <>
            <Card title={say("record.actions")}>
              <Actions actions={found.myPersonnelActions.nodes} />
            </Card>
            <Card title={say("record.absences")}>
              <DataTable
                label={say("record.absences")}
                columns={ABSENCES}
                rows={found.myAbsences.nodes}
                nothing={say("record.noAbsences")}
              />
            </Card>
            <Card title={say("record.rewards")}>
              <DataTable
                label={say("record.rewards")}
                columns={REWARDS}
                rows={found.myRewards.nodes}
                nothing={say("record.noRewards")}
              />
            </Card>
            <Card title={say("record.discipline")}>
              <DataTable
                label={say("record.discipline")}
                columns={DISCIPLINE}
                rows={found.myDiscipline.nodes}
                nothing={say("record.noDiscipline")}
              />
              {found.myProcedures.nodes.length === 0 ? null : (
                <DataTable
                  label={say("record.procedures")}
                  columns={PROCEDURES}
                  rows={found.myProcedures.nodes}
                  nothing={say("record.noDiscipline")}
                />
              )}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

import { learn, say } from "@congtam/i18n";
import { personnel } from "@congtam/i18n/catalogue/personnel";
import { useAgency } from "@congtam/shared/agency";
import { PeopleLinks } from "@congtam/shared/people";
import { Card, Page } from "@congtam/ui";

learn(personnel);

/** Whose file is wanted: everything about somebody begins there. */
export default function Find() {
  const { agency } = useAgency();
  return (
    <Page title={say("personnel.find")}>
      <Card>
        <p className="quiet">{say("personnel.findWhy")}</p>
        {agency === null ? null : (
          <PeopleLinks key={agency.id} agency={agency.id} path="/authority/file" />
        )}
      </Card>
    </Page>
  );
}

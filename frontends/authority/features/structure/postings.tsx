import { dotted, today } from "@congtam/format";
import { say } from "@congtam/i18n";
import { DeedButtons } from "@congtam/shared/forms";
import { Badge, Card } from "@congtam/ui";
import { days } from "./days";
import type { Person, Posting } from "./person-answer";
import { chargeOfPerson, chargeOfUnit, endCharge, endPosting, movePosting } from "./person-deeds";

/** Posts past and present, the latest first. */
export function Postings({ person }: { person: Person }) {
  const posts = [...person.postings].sort((left, right) => right.since.localeCompare(left.since));
  return (
    <Card title={say("structure.postings")}>
      {posts.length === 0 ? <p className="quiet">{say("structure.noPostings")}</p> : null}
      <ul className="plain">
        {posts.map((each) => (
          <li key={each.id} className="told">
            <Told posting={each} />
            <Deeds person={person} posting={each} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Told({ posting }: { posting: Posting }) {
  const now = today();
  const ahead = posting.since > now;
  const over = posting.until !== null && posting.until < now;
  return (
    <div className="stack-tight">
      <span className="row">
        <strong>{say(`structure.office.${posting.office}`)}</strong>
        {posting.mode === "APPOINTED" ? null : say(`structure.mode.${posting.mode}`)}
        {posting.main ? null : <Badge>{say("structure.beside")}</Badge>}
        {ahead ? <Badge tone="info">{say("structure.ahead")}</Badge> : null}
        {over ? <Badge>{say("structure.over")}</Badge> : null}
      </span>
      <span>
        <a href={`/authority/units/${posting.unit.id}`}>{posting.unit.name}</a>
        {` · ${posting.unit.agency.name}`}
      </span>
      <span className="quiet small">
        {dotted(posting.position?.name, days(posting.since, posting.until), posting.decisionNo)}
      </span>
      {posting.charges.map((each) => (
        <span key={each.id} className="quiet small">
          {`${say("structure.inCharge", {
            what: each.unit?.name ?? each.person?.fullName ?? "",
          })} · ${days(each.since, each.until)}`}
        </span>
      ))}
    </div>
  );
}

function Deeds({ person, posting }: { person: Person; posting: Posting }) {
  const may = (action: string) => posting.allowedActions.includes(action);
  const agency = posting.unit.agency.id;
  const lasting = posting.charges.filter(({ until }) => until === null || until >= today());
  return (
    <div className="row">
      <DeedButtons
        size="small"
        forms={[
          may("EndPosting") && may("AppointPosting") && movePosting(person, posting, agency),
          may("AssignCharge") && chargeOfUnit(posting, agency),
          may("AssignCharge") && chargeOfPerson(posting, agency),
          ...(may("AssignCharge") ? lasting.map(endCharge) : []),
          may("EndPosting") && endPosting(person, posting),
        ]}
      />
    </div>
  );
}

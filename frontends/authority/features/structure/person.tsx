import { PersonPageDocument, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { structure } from "@congtam/i18n/catalogue/structure";
import { structureDeeds } from "@congtam/i18n/catalogue/structure-deeds";
import { structureRegisters } from "@congtam/i18n/catalogue/structure-registers";
import { DeedButtons } from "@congtam/shared/forms";
import { Loaded, type Params } from "@congtam/shared/shell";
import { Badge, Card, Fact, Facts, Nothing, Page } from "@congtam/ui";
import { days } from "./days";
import { Logins } from "./logins";
import type { Person, PersonFound } from "./person-answer";
import { correctPerson, revokeMandate } from "./person-deeds";
import { Postings } from "./postings";
import { Results } from "./results";

learn(structure, structureDeeds, structureRegisters);

/** One person's file, as far as it may be seen. */
export default function PersonPage({ params }: { params: Params }) {
  const answer = useAnswer(PersonPageDocument, { person: params.person ?? "" });
  return (
    <Loaded isPage answer={answer}>
      {(found) =>
        found.person === null ? (
          <Nothing isPage title={say("structure.noPerson")}>
            <a href="/authority/people">{say("structure.people")}</a>
          </Nothing>
        ) : (
          <Page
            title={found.person.fullName}
            actions={
              found.person.allowedActions.includes("CorrectPerson") ? (
                <DeedButtons forms={[correctPerson(found.person)]} />
              ) : undefined
            }
          >
            <Card>
              <Facts>
                <Fact name={say("structure.fileIn")}>{found.person.agency.name}</Fact>
                <Fact name={say("structure.staffCode")}>{found.person.staffCode ?? "—"}</Fact>
              </Facts>
            </Card>
            <Postings person={found.person} />
            <Mandates person={found.person} />
            <Logins person={found.person} issuer={found.me?.logins[0]?.issuer ?? ""} />
            <Absences absences={found.absencesOfPerson.nodes} />
            <Results results={found.resultsOfPerson.nodes} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Mandates({ person }: { person: Person }) {
  if (person.mandates.length === 0) return null;
  return (
    <Card title={say("structure.mandates")}>
      <ul className="plain">
        {person.mandates.map((each) => (
          <li key={each.id} className="told">
            <div className="stack-tight">
              <span>{say(`structure.mandate.${each.kind}`)}</span>
              <span className="quiet small">
                {`${each.unit.name} · ${days(each.since, each.until)}`}
              </span>
            </div>
            {each.allowedActions.includes("RevokeMandate") ? (
              <DeedButtons size="small" forms={[revokeMandate(person, each)]} />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Absences({ absences }: { absences: PersonFound["absencesOfPerson"]["nodes"] }) {
  if (absences.length === 0) return null;
  return (
    <Card title={say("structure.absences")}>
      <ul className="plain">
        {absences.map((each) => (
          <li key={each.id} className="told">
            <span>{`${say(`structure.absence.${each.kind}`)} · ${days(each.since, each.until)}`}</span>
            {each.annulledAt === null ? null : <Badge>{say("structure.annulled")}</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

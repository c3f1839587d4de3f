import { instant } from "@congtam/format";
import { LinkLoginDocument, UnlinkLoginDocument } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { DeedButtons, type DeedForm, deedForm } from "@congtam/shared/forms";
import { Card } from "@congtam/ui";
import type { Person } from "./person-answer";

type Login = Person["logins"][number];

/** By which accounts somebody signs in; told to himself and to whoever keeps them. */
export function Logins({ person, issuer }: { person: Person; issuer: string }) {
  const may = (action: string) => person.allowedActions.includes(action);
  if (person.logins.length === 0 && !may("LinkLogin")) return null;
  return (
    <Card
      title={say("logins.title")}
      aside={may("LinkLogin") ? <DeedButtons forms={[linkLogin(person, issuer)]} /> : undefined}
    >
      {person.logins.length === 0 ? <p className="quiet">{say("logins.none")}</p> : null}
      <ul className="plain">
        {person.logins.map((each) => (
          <li key={each.id} className="told">
            <div className="stack-tight">
              <strong className="hash">{each.subject}</strong>
              <span className="quiet small">
                {say("logins.since", { at: instant(each.linkedAt), issuer: each.issuer })}
              </span>
            </div>
            {may("UnlinkLogin") ? (
              <DeedButtons size="small" forms={[unlinkLogin(person, each)]} />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** `issuer`: where whoever links it signs in himself, which is most often where all do. */
function linkLogin(person: Person, issuer: string): DeedForm {
  return deedForm({
    document: LinkLoginDocument,
    name: `linkLogin.${person.id}`,
    title: say("logins.link"),
    why: say("logins.linkWhy", { who: person.fullName }),
    confirm: say("logins.linkDo", { who: person.fullName }),
    done: say("logins.linked"),
    start: { issuer },
    fields: [
      {
        kind: "line",
        name: "issuer",
        label: "logins.issuer",
        help: "logins.issuerHelp",
        isRequired: true,
      },
      {
        kind: "line",
        name: "subject",
        label: "logins.subject",
        help: "logins.subjectHelp",
        isRequired: true,
      },
    ],
    variables: (values) => ({
      person: person.id,
      issuer: values.issuer?.trim() ?? "",
      subject: values.subject?.trim() ?? "",
    }),
  });
}

function unlinkLogin(person: Person, login: Login): DeedForm {
  return deedForm({
    document: UnlinkLoginDocument,
    name: `unlinkLogin.${login.id}`,
    title: say("logins.unlinkTitle", { subject: login.subject }),
    button: say("logins.unlink"),
    why: say("logins.unlinkWhy", { who: person.fullName, subject: login.subject }),
    confirm: say("logins.unlink"),
    done: say("logins.unlinked"),
    fields: [],
    variables: () => ({ person: person.id, login: login.id }),
  });
}

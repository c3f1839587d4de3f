import { today } from "@congtam/format";
import {
  DirectoryDocument,
  type DirectoryQuery,
  RegisterPersonDocument,
  useAnswer,
} from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { structure } from "@congtam/i18n/catalogue/structure";
import { structureDeeds } from "@congtam/i18n/catalogue/structure-deeds";
import { useAgency } from "@congtam/shared/agency";
import { DeedButtons, type DeedForm, deedForm, textOf } from "@congtam/shared/forms";
import { go, Loaded, useCursor } from "@congtam/shared/shell";
import { Card, type Column, DataTable, Loading, Page, Search } from "@congtam/ui";
import { useDeferredValue, useState } from "react";

learn(structure, structureDeeds);

type Person = DirectoryQuery["people"]["nodes"][number];

/** Everybody of an agency; the gateway searches and cuts, however many there are. */
export default function People() {
  const { agency } = useAgency();
  const [typed, type] = useState("");
  const search = useDeferredValue(typed.trim());
  return (
    <Page title={say("structure.peopleTitle")}>
      {agency === null ? (
        <Loading />
      ) : (
        <Card>
          <Search label={say("people.search")} value={typed} onChange={type} />
          <Found agency={agency.id} search={search} />
        </Card>
      )}
    </Page>
  );
}

function Found({ agency, search }: { agency: string; search: string }) {
  const { after, turns } = useCursor(`${agency} ${search}`);
  const answer = useAnswer(DirectoryDocument, { agency, search: search || null, after });
  return (
    <Loaded answer={answer}>
      {({ agency: of, people }) => (
        <>
          <div className="row spread">
            <p className="quiet small">{say("structure.found", { count: people.totalCount })}</p>
            {of?.allowedActions.includes("RegisterPerson") ? (
              <DeedButtons
                forms={[registerPerson(of)]}
                then={(person) => go(`/authority/people/${(person as { id: string }).id}`)}
              />
            ) : null}
          </div>
          <DataTable
            part={turns(people.pageInfo)}
            label={say("structure.people")}
            columns={columns()}
            rows={people.nodes}
            nothing={search === "" ? say("structure.nobody") : say("ui.nothingFound", { search })}
          />
        </>
      )}
    </Loaded>
  );
}

function columns(): Column<Person>[] {
  const now = today();
  const post = (person: Person) => {
    const held = person.postings.filter(
      ({ since, until }) => since <= now && (until === null || now <= until),
    );
    return held.find(({ main }) => main) ?? held[0];
  };
  return [
    {
      id: "person",
      title: say("structure.person"),
      isHeader: true,
      cell: (person) => <a href={`/authority/people/${person.id}`}>{person.fullName}</a>,
    },
    {
      id: "code",
      title: say("structure.staffCode"),
      cell: (person) => person.staffCode ?? "—",
    },
    {
      id: "unit",
      title: say("structure.unit"),
      cell: (person) => post(person)?.unit.name ?? say("structure.noPost"),
    },
    {
      id: "office",
      title: say("structure.office"),
      cell: (person) => {
        const held = post(person);
        return held === undefined ? "—" : say(`structure.office.${held.office}`);
      },
    },
    {
      id: "position",
      title: say("structure.position"),
      cell: (person) => post(person)?.position?.name ?? "—",
    },
  ];
}

function registerPerson(agency: { id: string; name: string }): DeedForm {
  return deedForm({
    document: RegisterPersonDocument,
    name: `register.${agency.id}`,
    title: say("structure.register"),
    why: say("structure.registerWhy", { agency: agency.name }),
    confirm: say("structure.register"),
    done: say("structure.registered"),
    fields: [
      { kind: "line", name: "fullName", label: "structure.fullName", isRequired: true },
      { kind: "line", name: "staffCode", label: "structure.staffCode" },
    ],
    variables: (values) => ({
      agency: agency.id,
      fullName: values.fullName ?? "",
      staffCode: textOf(values, "staffCode"),
    }),
  });
}

import { InspectedPeopleDocument, type InspectedPeopleQuery, useAnswer } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { people } from "@congtam/i18n/catalogue/inspector-people";
import { useAgency } from "@congtam/shared/agency";
import { Loaded, useCursor } from "@congtam/shared/shell";
import { Card, type Column, DataTable, Page, Search } from "@congtam/ui";
import { useDeferredValue, useState } from "react";

learn(people);

type Person = InspectedPeopleQuery["people"]["nodes"][number];

/** Whose sheets to look at: the agency's people, found by name. */
export default function People() {
  const { agency } = useAgency();
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const { after, turns } = useCursor(`${agency?.id} ${wanted}`);
  const asked = { agency: agency?.id ?? "", search: wanted === "" ? null : wanted, after };
  const answer = useAnswer(InspectedPeopleDocument, asked, agency === null);
  return (
    <Page title={say("inspector.people")}>
      <Card>
        <Search label={say("people.search")} value={search} onChange={setSearch} />
        <Loaded answer={answer}>
          {({ people: { nodes, pageInfo } }) => (
            <>
              <DataTable
                part={turns(pageInfo)}
                label={say("inspector.people")}
                columns={COLUMNS}
                rows={nodes}
                nothing={say("people.none")}
              />
            </>
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

const COLUMNS: Column<Person>[] = [
  {
    id: "name",
    title: say("people.name"),
    isHeader: true,
    cell: ({ id, fullName }) => <a href={`/inspector/people/${id}`}>{fullName}</a>,
  },
  { id: "code", title: say("people.code"), cell: ({ staffCode }) => staffCode ?? "—" },
  {
    id: "unit",
    title: say("people.unit"),
    cell: ({ postings }) => postings[0]?.unit.name ?? "—",
  },
];

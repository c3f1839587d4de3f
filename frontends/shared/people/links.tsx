import { FindPeopleDocument, type FindPeopleQuery, useAnswer } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Nothing, Search } from "@congtam/ui";
import { useDeferredValue, useState } from "react";
import { Loaded } from "../shell/loaded";

/** People of an agency by a part of their names, each a link to what stands about them at `path`. */
export function PeopleLinks({ agency, path }: { agency: string; path: string }) {
  const [search, setSearch] = useState("");
  const asked = { agency, search: useDeferredValue(search) || null };
  const answer = useAnswer(FindPeopleDocument, asked);
  return (
    <div className="stack">
      <Search label={say("people.search")} value={search} onChange={setSearch} />
      <Loaded answer={answer}>{({ people }) => <FoundPeople people={people} path={path} />}</Loaded>
    </div>
  );
}

function FoundPeople({ people, path }: { people: FindPeopleQuery["people"]; path: string }) {
  if (people.nodes.length === 0) return <Nothing title={say("people.none")} />;
  return (
    <>
      <ul className="steps">
        {people.nodes.map((each) => (
          <li key={each.id} className="row">
            <a href={`${path}/${each.id}`}>{each.fullName}</a>
            <span className="quiet small">{each.staffCode}</span>
          </li>
        ))}
      </ul>
      {people.pageInfo.hasNextPage ? <p className="quiet small">{say("people.more")}</p> : null}
    </>
  );
}

import { FindPeopleDocument, useAnswer } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Choice, Search } from "@congtam/ui";
import { useDeferredValue, useState } from "react";

/** Somebody of an agency: found by a part of the name, chosen from the list of those found. */
export function PersonPicker({
  label,
  help,
  wrong,
  isRequired = false,
  agency,
  chosen,
  choose,
}: {
  label: string;
  help?: string | undefined;
  wrong?: string | undefined;
  isRequired?: boolean;
  agency: string;
  chosen: { id: string; name: string };
  choose: (id: string, name: string) => void;
}) {
  const [search, setSearch] = useState("");
  const asked = useDeferredValue(search);
  const answer = useAnswer(FindPeopleDocument, { agency, search: asked || null });
  const found = answer.state === "ready" ? answer.data.people : null;
  const people = found?.nodes ?? [];
  const options = people.map((each) => ({
    value: each.id,
    label: each.staffCode ? `${each.fullName} (${each.staffCode})` : each.fullName,
  }));
  const isListed = chosen.id === "" || options.some((each) => each.value === chosen.id);
  const named = (id: string) => options.find((each) => each.value === id)?.label ?? chosen.name;
  return (
    <div className="stack-tight">
      <Search label={say("people.search")} value={search} onChange={setSearch} />
      <Choice
        label={label}
        help={found?.pageInfo.hasNextPage ? say("people.more") : help}
        wrong={wrong}
        isRequired={isRequired}
        value={chosen.id}
        options={isListed ? options : [{ value: chosen.id, label: chosen.name }, ...options]}
        choose={(id) => choose(id, named(id))}
        none={found && people.length === 0 ? say("people.none") : say("form.choose")}
      />
    </div>
  );
}

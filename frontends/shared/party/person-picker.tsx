import { byGivenName } from "@congtam/format";
import { PartyPeopleDocument, useAnswer } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Choice, TextField } from "@congtam/ui";
import { useState } from "react";

export interface Picked {
  id: string;
  fullName: string;
}

const LEAST = 2;

/** Somebody of an agency, found by a part of his name. */
export function PersonPicker({
  agency,
  picked,
  pick,
}: {
  agency: string;
  picked: Picked | null;
  pick: (person: Picked | null) => void;
}) {
  const [search, setSearch] = useState(picked?.fullName ?? "");
  const skip = search.trim().length < LEAST;
  const answer = useAnswer(PartyPeopleDocument, { agency, search: search.trim() }, skip);
  const people = answer.state === "ready" && !skip ? answer.data.people.nodes : [];
  const all = people.some(({ id }) => id === picked?.id) || !picked ? people : [picked, ...people];
  const named = (each: Picked & { staffCode?: string | null }) =>
    each.staffCode ? `${each.fullName} (${each.staffCode})` : each.fullName;
  return (
    <div className="columns">
      <TextField
        label={say("party.person.search")}
        help={say("party.person.searchHelp")}
        value={search}
        onChange={setSearch}
        autoFocus
      />
      <Choice
        label={say("party.person.which")}
        value={picked?.id ?? ""}
        none={say(skip || answer.state === "ready" ? "party.person.none" : "ui.loading")}
        options={[...all]
          .sort((left, right) => byGivenName(left.fullName, right.fullName))
          .map((each) => ({ value: each.id, label: named(each) }))}
        choose={(id) => pick(all.find((each) => each.id === id) ?? null)}
        isRequired
      />
    </div>
  );
}

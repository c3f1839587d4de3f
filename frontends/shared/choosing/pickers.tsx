import {
  FindAgenciesDocument,
  FindPeopleDocument,
  FindPositionsDocument,
  FindProductsDocument,
  FindUnitsDocument,
  useAnswer,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { useDeferredValue, useState } from "react";
import { type Asked, FoundChoice } from "./found-choice";

const register = () => ({ more: say("find.more"), nothing: say("find.none") });

/** What is typed, and what of it is looked for; null for all. */
function useSearch() {
  const [search, type] = useState("");
  return { typed: { search, type }, wanted: useDeferredValue(search.trim()) || null };
}

interface Coded {
  nodes: readonly { id: string; code: string; name: string }[];
  pageInfo: { hasNextPage: boolean };
}

/** What is known by its code as much as by its name. */
const coded = ({ nodes, pageInfo }: Coded) => ({
  options: nodes.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  isCut: pageInfo.hasNextPage,
});

/** Somebody of an agency: found by a part of the name. */
export function PersonPicker({ agency, ...asked }: Asked & { agency: string }) {
  const { typed, wanted } = useSearch();
  const answer = useAnswer(FindPeopleDocument, { agency, search: wanted });
  return (
    <FoundChoice
      {...asked}
      {...{ ...typed, answer }}
      searchLabel={say("people.search")}
      more={say("people.more")}
      nothing={say("people.none")}
      found={({ people }) => ({
        options: people.nodes.map((each) => ({
          value: each.id,
          label: each.staffCode ? `${each.fullName} (${each.staffCode})` : each.fullName,
        })),
        isCut: people.pageInfo.hasNextPage,
      })}
    />
  );
}

/** A unit of an agency that stands on a day, today if none is named. */
export function UnitPicker({
  agency,
  on = null,
  without = [],
  ...asked
}: Asked & { agency: string; on?: string | null; without?: readonly string[] }) {
  const { typed, wanted } = useSearch();
  const answer = useAnswer(FindUnitsDocument, { agency, on, search: wanted });
  return (
    <FoundChoice
      {...asked}
      {...register()}
      {...{ ...typed, answer }}
      searchLabel={say("find.units")}
      found={({ unitsOf }) => ({
        options: unitsOf.nodes
          .filter(({ id }) => !without.includes(id))
          .map(({ id, name }) => ({ value: id, label: name })),
        isCut: unitsOf.pageInfo.hasNextPage,
      })}
    />
  );
}

/** A job position of an agency that is open today. */
export function PositionPicker({ agency, ...asked }: Asked & { agency: string }) {
  const { typed, wanted } = useSearch();
  const answer = useAnswer(FindPositionsDocument, { agency, search: wanted });
  return (
    <FoundChoice
      {...asked}
      {...register()}
      {...{ ...typed, answer }}
      searchLabel={say("find.positions")}
      found={({ positions }) => coded(positions)}
    />
  );
}

/** A product or kind of work that an agency's people may be given today. */
export function ProductPicker({ agency, ...asked }: Asked & { agency: string }) {
  const { typed, wanted } = useSearch();
  const answer = useAnswer(FindProductsDocument, { agency, search: wanted });
  return (
    <FoundChoice
      {...asked}
      {...register()}
      {...{ ...typed, answer }}
      searchLabel={say("find.products")}
      found={({ productsOffered }) => coded(productsOffered)}
    />
  );
}

/** An agency that stands, of all there are. */
export function AgencyPicker({ without, ...asked }: Asked & { without: string }) {
  const { typed, wanted } = useSearch();
  const answer = useAnswer(FindAgenciesDocument, { search: wanted });
  return (
    <FoundChoice
      {...asked}
      {...register()}
      {...{ ...typed, answer }}
      searchLabel={say("find.agencies")}
      found={({ agencies }) => ({
        options: agencies.nodes
          .filter(({ id, closedOn }) => id !== without && closedOn === null)
          .map(({ id, name }) => ({ value: id, label: name })),
        isCut: agencies.pageInfo.hasNextPage,
      })}
    />
  );
}

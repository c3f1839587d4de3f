import {
  FindAgenciesDocument,
  FindPeopleDocument,
  FindPositionsDocument,
  FindUnitsDocument,
  useAnswer,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { useDeferredValue, useState } from "react";
import { type Asked, FoundChoice } from "./found-choice";

const register = () => ({ more: say("find.more"), nothing: say("find.none") });

/** Somebody of an agency: found by a part of the name. */
export function PersonPicker({ agency, ...asked }: Asked & { agency: string }) {
  const [search, type] = useState("");
  const answer = useAnswer(FindPeopleDocument, {
    agency,
    search: useDeferredValue(search) || null,
  });
  return (
    <FoundChoice
      {...asked}
      {...{ search, type, answer }}
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
  const [search, type] = useState("");
  const variables = { agency, on, search: useDeferredValue(search.trim()) || null };
  const answer = useAnswer(FindUnitsDocument, variables);
  return (
    <FoundChoice
      {...asked}
      {...register()}
      {...{ search, type, answer }}
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
  const [search, type] = useState("");
  const variables = { agency, search: useDeferredValue(search.trim()) || null };
  const answer = useAnswer(FindPositionsDocument, variables);
  return (
    <FoundChoice
      {...asked}
      {...register()}
      {...{ search, type, answer }}
      searchLabel={say("find.positions")}
      found={({ positions }) => ({
        options: positions.nodes.map(({ id, code, name }) => ({
          value: id,
          label: `${code} ${name}`,
        })),
        isCut: positions.pageInfo.hasNextPage,
      })}
    />
  );
}

/** An agency that stands, of all there are. */
export function AgencyPicker({ without, ...asked }: Asked & { without: string }) {
  const [search, type] = useState("");
  const answer = useAnswer(FindAgenciesDocument, {
    search: useDeferredValue(search.trim()) || null,
  });
  return (
    <FoundChoice
      {...asked}
      {...register()}
      {...{ search, type, answer }}
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

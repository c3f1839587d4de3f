import type { WhoQuery } from "@congtam/graph";
import { monthsIn, periodOf, type Quarters } from "@congtam/shared/period";
import { type Params, useDrafts, useToday, useWho } from "@congtam/shared/shell";
import { ButtonLink, Loading } from "@congtam/ui";
import { type ReactNode, useEffect } from "react";

/** Which unit and period a screen is about. */
export interface Here {
  unit: string;
  /** First day of the period. */
  period: string;
  /** How many months it has. */
  months: number;
  /** By which the unit's agency scores; till that is known, the agency of whoever is signed in. */
  quarters: Quarters | undefined;
  /** The other units that the person heads. */
  others: WhoQuery["myUnits"];
}

/** The unit and period that a screen is about: those that the address names, else the unit looked at
 * last, so that nothing waits for the list of units, else the first; and the period of today. */
export function useHere(params: Params): { here: Here | null; isAnswered: boolean } {
  const who = useWho();
  const today = useToday();
  const [last, remember] = useDrafts<string>("head.unit");
  const mine = who?.myUnits ?? null;
  const known = mine?.some(({ id }) => id === last) === false ? null : last;
  const unit = params.unit ?? known ?? mine?.[0]?.id;
  useEffect(() => {
    if (unit !== undefined && unit !== last) remember(unit);
  }, [unit, last, remember]);
  if (unit === undefined) return { here: null, isAnswered: who !== null };
  const quarters = mine?.find(({ id }) => id === unit)?.agency.quarterlyYears;
  const period = periodOf(params.period ?? today, quarters);
  const others = (mine ?? []).filter(({ id }) => id !== unit);
  const months = monthsIn(period, quarters);
  return { here: { unit, period, months, quarters, others }, isAnswered: who !== null };
}

/** A screen of one of the units that somebody heads; `none` where he heads no unit. */
export function OfUnit({
  params,
  none,
  children,
}: {
  params: Params;
  none: ReactNode;
  children: (here: Here) => ReactNode;
}) {
  const { here, isAnswered } = useHere(params);
  if (here === null) return isAnswered ? none : <Loading />;
  return children(here);
}

/** Links to the same screen of the other units. */
export function OtherUnits({
  label,
  others,
  path,
}: {
  label: string;
  others: Here["others"];
  path: (unit: string) => string;
}) {
  if (others.length === 0) return null;
  return (
    <nav className="row" aria-label={label}>
      {others.map((other) => (
        <ButtonLink key={other.id} size="small" href={path(other.id)}>
          {other.name}
        </ButtonLink>
      ))}
    </nav>
  );
}

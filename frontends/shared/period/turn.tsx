import { ButtonLink, Icon } from "@congtam/ui";
import { periodName } from "./names";
import { monthsIn, type Quarters, shiftPeriod } from "./periods";

/** Links to the same screen of the period before and of the next one. */
export function Turn({
  period,
  quarters,
  path,
}: {
  period: string;
  quarters?: Quarters | undefined;
  path: (period: string) => string;
}) {
  const before = shiftPeriod(period, -1, quarters);
  const next = shiftPeriod(period, 1, quarters);
  return (
    <>
      <ButtonLink href={path(before)}>
        <Icon name="left" />
        {periodName(before, monthsIn(before, quarters))}
      </ButtonLink>
      <ButtonLink href={path(next)}>
        {periodName(next, monthsIn(next, quarters))}
        <Icon name="right" />
      </ButtonLink>
    </>
  );
}

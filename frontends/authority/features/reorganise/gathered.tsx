import { type Answer, ReorganisedUnitDocument, useAnswer } from "@congtam/graph";
import { Loaded } from "@congtam/shared/shell";
import type { ReactNode } from "react";
import { type Stood, stood } from "./standing";

type Told = Answer<Parameters<typeof stood>[0]>;

/** What stands in each of some units on a day; all are asked at once, each by itself. */
export function Gathered({
  agency,
  units,
  on,
  before = [],
  children,
}: {
  /** Whose units they are, where a unit does not say so itself. */
  agency: string;
  units: readonly { id: string; agency?: string }[];
  on: string;
  before?: readonly Told[];
  children: (standing: Stood[]) => ReactNode;
}) {
  const [unit, ...rest] = units;
  const asked = { agency: unit?.agency ?? agency, unit: unit?.id ?? "", on };
  const answer = useAnswer(ReorganisedUnitDocument, asked, !unit);
  if (unit !== undefined) {
    return (
      <Gathered key={unit.id} {...{ agency, on }} units={rest} before={[...before, answer]}>
        {children}
      </Gathered>
    );
  }
  const awaited = before.find(({ state }) => state !== "ready");
  if (awaited) return <Loaded answer={awaited}>{() => null}</Loaded>;
  const ready = before.flatMap((each) => (each.state === "ready" ? [each.data] : []));
  return children(ready.flatMap((each) => stood(each) ?? []));
}

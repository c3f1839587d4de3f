import { Button } from "@congtam/ui";
import { type ReactNode, useState } from "react";
import { DeedDialog, type DeedForm } from "../forms/dialog";
import { AllUnits } from "./all";
import { AllPositions } from "./positions";
import { branches, flat } from "./tree";

const DEEPER = "\u2003";

export interface Option {
  value: string;
  label: string;
}

interface Asked {
  title: string;
  agency: string;
  on: string;
  size?: "small" | "normal";
  form: (options: Option[]) => DeedForm;
}

/** A deed whose form asks for a unit: those of the agency are looked up once the form is wanted. */
export function UnitDeed({
  without,
  ...asked
}: Asked & {
  /** A unit that cannot be chosen, such as the one that is moved. */
  without?: string;
}) {
  const { agency, on } = asked;
  return (
    <Lazily {...asked}>
      {(shown) => (
        <AllUnits agency={agency} on={on}>
          {(units) =>
            shown(
              flat(branches(units, on))
                .filter(({ unit }) => unit.id !== without)
                .map(({ unit, depth }) => ({
                  value: unit.id,
                  label: `${DEEPER.repeat(depth)}${unit.name}`,
                })),
            )
          }
        </AllUnits>
      )}
    </Lazily>
  );
}

/** As `UnitDeed`, for a job position. */
export function PositionDeed(asked: Asked) {
  const { agency, on } = asked;
  return (
    <Lazily {...asked}>
      {(shown) => (
        <AllPositions agency={agency} on={on}>
          {(positions) =>
            shown(positions.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })))
          }
        </AllPositions>
      )}
    </Lazily>
  );
}

function Lazily({
  title,
  size = "normal",
  form,
  children,
}: Asked & { children: (shown: (options: Option[]) => ReactNode) => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size={size} onPress={() => setOpen(true)}>
        {title}
      </Button>
      {open
        ? children((options) => <DeedDialog form={form(options)} close={() => setOpen(false)} />)
        : null}
    </>
  );
}

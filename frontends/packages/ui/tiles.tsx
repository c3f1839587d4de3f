import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

export interface Tile<Name extends string> {
  name: Name;
  label: string;
  count: number;
}

/** Counts that filter what stands beneath: one at a time, or none. */
export function Tiles<Name extends string>({
  label,
  tiles,
  chosen,
  choose,
}: {
  label: string;
  tiles: Tile<Name>[];
  chosen: Name | null;
  choose: (name: Name | null) => void;
}) {
  return (
    <ToggleButtonGroup
      className="tiles"
      aria-label={label}
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => choose(([...keys][0] as Name | undefined) ?? null)}
    >
      {tiles.map((tile) => (
        <ToggleButton key={tile.name} id={tile.name} className="tile">
          <strong>{tile.count}</strong>
          <span>{tile.label}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

import type { Level, SheetState as State } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Badge, type Tone } from "@congtam/ui";

const LEVELS: Record<Level, Tone> = {
  EXCELLENT: "good",
  GOOD: "info",
  COMPLETED: "plain",
  NOT_COMPLETED: "bad",
  INSUFFICIENT_DATA: "warn",
};
const STATES: Record<State, Tone> = {
  OPEN: "info",
  SELF_ASSESSED: "warn",
  SCORED: "warn",
  RELEASED: "good",
  CLOSED: "good",
};

export function isLevel(code: string): code is Level {
  return code in LEVELS;
}

export function levelName(level: Level): string {
  return say(`level.${level}`);
}

export function LevelBadge({ level }: { level: Level }) {
  return <Badge tone={LEVELS[level]}>{levelName(level)}</Badge>;
}

export function SheetState({ state }: { state: State }) {
  return <Badge tone={STATES[state]}>{say(`sheet.${state}`)}</Badge>;
}

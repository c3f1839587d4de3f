import { compareDecimals, parseDecimal, shiftPoint } from "@congtam/format";
import type { Level, PartyFindingsInput, PartyGround, PartyResultsBy } from "@congtam/graph";
import { language } from "@congtam/i18n";

export const AXES = ["A1", "A2", "A3", "A4", "A5", "A6"] as const;
export const PARTS = ["quantity", "quality", "timeliness", "leadership"] as const;
export const SHARES = ["completed", "late", "exceeded", "notCompleted", "plan"] as const;
export const CHECKS = [
  "quality",
  "repaired",
  "unitDisciplined",
  "targetsMissed",
  "objective",
] as const;
export const GROUNDS = [
  "WRONGDOING",
  "MEMBER_DISCIPLINED",
  "DUTY_DISCIPLINE",
  "DEGRADATION",
  "FORBIDDEN_CONDUCT",
  "CORRUPTION_IN_CHARGE",
] as const satisfies readonly PartyGround[];

export type Part = (typeof PARTS)[number];
export type Share = (typeof SHARES)[number];
type Parts = Record<Part, string>;

/** What is typed of a voice: points as exact decimals, shares as percentages of 100, empty for none. */
export interface Draft {
  text: string;
  general: string;
  results: string;
  parts: Parts;
  axes: Record<string, Parts>;
  shares: Record<Share, string>;
  checks: Record<(typeof CHECKS)[number], boolean>;
  failedUnits: string;
  units: string;
  grounds: PartyGround[];
  level: Level | "";
  reason: string;
}

const NO_PARTS: Parts = { quantity: "", quality: "", timeliness: "", leadership: "" };

/** As the contract has it for somebody of whom nothing has to be said. */
export const EMPTY: Draft = {
  text: "",
  general: "",
  results: "",
  parts: NO_PARTS,
  axes: Object.fromEntries(AXES.map((axis) => [axis, NO_PARTS])),
  shares: { completed: "100", late: "0", exceeded: "0", notCompleted: "0", plan: "100" },
  checks: {
    quality: true,
    repaired: true,
    unitDisciplined: false,
    targetsMissed: false,
    objective: false,
  },
  failedUnits: "0",
  units: "0",
  grounds: [],
  level: "",
  reason: "",
};

interface Asked {
  /** The voice has its text alone. */
  comments: boolean;
  by: PartyResultsBy;
}

export type Lack = "text" | "general" | "results" | "shares" | "level";

/** What a voice still lacks before it can be given. */
export function missing(draft: Draft, { comments, by }: Asked): Lack[] {
  const lacks: Lack[] = draft.text.trim() === "" ? ["text"] : [];
  if (comments) return lacks;
  if (!within(draft.general, "30")) lacks.push("general");
  if (!hasResults(draft, by)) lacks.push("results");
  if (!Object.values(draft.shares).every((share) => within(share, "100"))) lacks.push("shares");
  if (draft.level === "") lacks.push("level");
  return lacks;
}

function hasResults(draft: Draft, by: PartyResultsBy): boolean {
  if (by === "POINTS") return within(draft.results, "70");
  const whole = (parts: Parts) => PARTS.every((part) => within(parts[part], "100"));
  if (by === "FOUR_PARTS") return whole(draft.parts);
  return AXES.every((axis) => whole(draft.axes[axis] ?? NO_PARTS));
}

function within(exact: string, most: string): boolean {
  return exact !== "" && compareDecimals(exact, "0") >= 0 && compareDecimals(exact, most) <= 0;
}

/** The voice as it is sent. */
export function said(draft: Draft, { comments, by }: Asked) {
  if (comments) return { text: draft.text, findings: null, level: null, reason: null };
  const { level, reason } = draft;
  return { text: draft.text, findings: findings(draft, by), level: level || null, reason };
}

function findings(draft: Draft, by: PartyResultsBy): PartyFindingsInput {
  const parts = (typed: Parts) => ({
    quantity: share(typed.quantity),
    quality: share(typed.quality),
    timeliness: share(typed.timeliness),
    leadership: share(typed.leadership),
  });
  const axes = AXES.map((axis) => ({ axis, ...parts(draft.axes[axis] ?? NO_PARTS) }));
  return {
    general: draft.general,
    results: by === "POINTS" ? draft.results : null,
    parts: by === "FOUR_PARTS" ? parts(draft.parts) : null,
    axes: by === "AXES" ? axes : null,
    completed: share(draft.shares.completed),
    late: share(draft.shares.late),
    exceeded: share(draft.shares.exceeded),
    notCompleted: share(draft.shares.notCompleted),
    plan: share(draft.shares.plan),
    ...draft.checks,
    failedUnits: whole(draft.failedUnits),
    units: whole(draft.units),
    grounds: draft.grounds,
  };
}

/** A percentage of 100 as a share of 1, exact. */
function share(typed: string): string {
  return shiftPoint(typed, -2);
}

function whole(typed: string): number {
  const exact = parseDecimal(typed, language());
  return exact === null ? 0 : Math.trunc(Number(exact));
}

interface Kept extends Record<string, unknown> {
  general?: string;
  results?: string | null;
}

const STORED: Record<Share, string> = {
  completed: "completed",
  late: "late",
  exceeded: "exceeded",
  notCompleted: "not_completed",
  plan: "plan",
};

/** The points and shares of the voice that spoke last, to begin with; the verdict is one's own. */
export function taken(draft: Draft, json: string): Draft {
  const found = JSON.parse(json) as Kept;
  const shares = { ...draft.shares };
  for (const name of SHARES) {
    const value = found[STORED[name]];
    if (typeof value === "string") shares[name] = shiftPoint(value, 2);
  }
  return {
    ...draft,
    general: found.general ?? draft.general,
    results: found.results ?? draft.results,
    shares,
  };
}

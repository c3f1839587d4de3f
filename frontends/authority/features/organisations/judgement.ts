import type { OrganisationYearQuery, Shortcomings } from "@congtam/graph";

export type Review = NonNullable<OrganisationYearQuery["organisationReview"]>;
type Statement = NonNullable<Review["statement"]>;

/** What is typed of an organisation's year: marks by criterion, and what is said of its tasks. */
export interface Judgement {
  marks: Record<string, { points: string; reason: string }>;
  counts: Record<Count, string>;
  quality: boolean;
  shortcomings: Shortcomings | "";
  forceMajeure: string;
  comment: string;
}

export const COUNTS = ["planned", "completed", "onTime", "exceeded", "late"] as const;
export type Count = (typeof COUNTS)[number];

/** Where a form begins: with what the authority has confirmed, else with what the organisation said. */
export function begun(review: Review, step: string): Judgement {
  const isOwn = step === "assess";
  const said = isOwn ? review.selfStatement : (review.statement ?? review.selfStatement);
  const marks = (review.marks ?? []).map((mark) => {
    const own = { points: mark.selfPoints ?? "", reason: mark.selfReason ?? "" };
    const confirmed = { points: mark.points ?? own.points, reason: mark.reason ?? "" };
    return [mark.criterion, isOwn ? own : confirmed] as const;
  });
  return {
    marks: Object.fromEntries(marks),
    counts: countsOf(said),
    quality: said?.quality ?? false,
    shortcomings: (said?.shortcomings.toUpperCase() ?? "") as Shortcomings | "",
    forceMajeure: said?.forceMajeure ?? "",
    comment: (isOwn ? review.selfComment : review.comment) ?? "",
  };
}

function countsOf(said: Statement | null): Record<Count, string> {
  const pairs = COUNTS.map((name) => [name, said === null ? "" : String(said[name])]);
  return Object.fromEntries(pairs) as Record<Count, string>;
}

/** The marks as the graph takes them: those that were given. */
export function marksOf({ marks }: Judgement) {
  return Object.entries(marks)
    .filter(([, { points }]) => points !== "")
    .map(([criterion, { points, reason }]) => ({ criterion, points, reason }));
}

/** The statement as the graph takes it; null while a number or the shortcomings are missing. */
export function statementOf({ counts, quality, shortcomings, forceMajeure }: Judgement) {
  if (shortcomings === "" || COUNTS.some((name) => counts[name] === "")) return null;
  const { planned, completed, onTime, exceeded, late } = counts;
  return {
    planned: Number(planned),
    completed: Number(completed),
    onTime: Number(onTime),
    exceeded: Number(exceeded),
    late: Number(late),
    quality,
    shortcomings,
    forceMajeure,
  };
}

/** What a voice found, as far as single numbers tell it; null where it found nothing of the kind. */
export interface Found {
  general: string | null;
  results: string | null;
  completed: string | null;
  late: string | null;
  exceeded: string | null;
  not_completed: string | null;
  plan: string | null;
}

/** Findings out of the JSON that the API tells; null where it is none. */
export function told(json: string): Found | null {
  const found: unknown = parsed(json);
  if (typeof found !== "object" || found === null) return null;
  const values = new Map(Object.entries(found));
  const text = (name: keyof Found) => {
    const value = values.get(name);
    return typeof value === "string" || typeof value === "number" ? String(value) : null;
  };
  return {
    general: text("general"),
    results: text("results"),
    completed: text("completed"),
    late: text("late"),
    exceeded: text("exceeded"),
    not_completed: text("not_completed"),
    plan: text("plan"),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

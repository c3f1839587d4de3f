/** A whole number that somebody counted; null where it is none. */
export function counted(typed: string): number | null {
  return /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : null;
}

/** Exact decimals: text from the server to the page and back, never through a floating-point number. */

export type Language = "vi" | "en";

const MARKS = { vi: { group: ".", point: "," }, en: { group: ",", point: "." } } as const;
const EXACT = /^(-?)(\d+)(?:\.(\d+))?$/;

/** "1234.5" as 1.234,5 (1,234.5 in English); what is no decimal stays as it is. */
export function decimal(exact: string, language: Language = "vi"): string {
  const found = EXACT.exec(exact);
  if (!found) return exact;
  const [, sign = "", whole = "", part] = found;
  const { group, point } = MARKS[language];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return part === undefined ? `${sign}${grouped}` : `${sign}${grouped}${point}${part}`;
}

/** What somebody typed, as the API wants it; null where it is no number. "2,5" and "2.5" are both 2.5. */
export function parseDecimal(typed: string, language: Language = "vi"): string | null {
  const text = typed.trim().replace(/\s/g, "");
  const { group, point } = MARKS[language];
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d+)?$`);
  const plain = grouped.test(text) ? text.replaceAll(group, "") : text;
  const exact = plain.replace(/[.,]/, ".");
  return EXACT.test(exact) ? exact : null;
}

/** Which of two exact decimals is larger: below, at or above zero. */
export function compareDecimals(left: string, right: string): number {
  const [a, b] = [scaled(left), scaled(right)];
  return a < b ? -1 : Number(a > b);
}

/** One exact decimal less another. */
export function minus(left: string, right: string): string {
  const units = scaled(left) - scaled(right);
  const text = (units < 0n ? -units : units).toString().padStart(PLACES + 1, "0");
  const whole = text.slice(0, -PLACES);
  const part = text.slice(-PLACES).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${part === "" ? "" : `.${part}`}`;
}

/** An exact decimal with its point moved: two places to the right makes a share a percentage. */
export function shiftPoint(exact: string, places: number): string {
  const found = EXACT.exec(exact);
  if (!found) return exact;
  const [, sign = "", whole = "", part = ""] = found;
  const digits = whole.padStart(PLACES, "0") + part.padEnd(PLACES, "0");
  const at = Math.max(whole.length, PLACES) + places;
  const [before, after] = [digits.slice(0, at).replace(/^0+(?=\d)/, ""), digits.slice(at)];
  const kept = after.replace(/0+$/, "");
  return `${sign}${before}${kept === "" ? "" : `.${kept}`}`;
}

const PLACES = 12;

function scaled(exact: string): bigint {
  const found = EXACT.exec(exact);
  if (!found) throw new RangeError(`${exact} is not a decimal`);
  const [, sign = "", whole = "", part = ""] = found;
  const units = BigInt(whole + part.padEnd(PLACES, "0").slice(0, PLACES));
  return sign === "-" ? -units : units;
}

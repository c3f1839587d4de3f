/** Names sort by given name, then by the whole name; search does not ask for diacritics. */

const COLLATOR = new Intl.Collator("vi");

/** Order of two full names, as a list of staff has it: Ân before Bình before Yến. */
export function byGivenName(left: string, right: string): number {
  return COLLATOR.compare(given(left), given(right)) || COLLATOR.compare(left, right);
}

/** Order of two texts in Vietnamese. */
export function inOrder(left: string, right: string): number {
  return COLLATOR.compare(left, right);
}

/** Small letters without diacritics: "Đặng Ước" is "dang uoc". */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "");
}

/** Whether every word of `search` occurs in `text`, diacritics aside. */
export function matches(text: string, search: string): boolean {
  const within = folded(text);
  return folded(search)
    .split(/\s+/)
    .every((word) => within.includes(word));
}

function given(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

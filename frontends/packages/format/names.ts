/** Names sort by given name, then by the whole name; search does not ask for diacritics. */

let collator: Intl.Collator | null = null;
/** Small letters in their order, without tones; what is not among them comes first. */
const LETTERS = " -.'0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/** After no tone at all: grave, hook, tilde, acute, dot below. */
const TONES = "\u0300\u0309\u0303\u0301\u0323";

/** Order of two full names, as a list of staff has it: Ân before Bình before Yến. */
export function byGivenName(left: string, right: string): number {
  return inTurn(given(left), given(right)) || inTurn(left, right);
}

/** Order of two texts in Vietnamese. */
export function inOrder(left: string, right: string): number {
  collator ??= new Intl.Collator("vi");
  return collator.compare(left, right);
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

/** As `Intl.Collator` has it (format.test.ts), which a browser takes long to fetch: names stand on
 * the first screens. */
function inTurn(left: string, right: string): number {
  const [a, b] = [placed(left), placed(right)];
  return a < b ? -1 : Number(a > b);
}

const known = new Map<string, string>();

/** The places of a name's letters, and then of its tones, as characters. */
function placed(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  const signs = Array.from(name.toLowerCase().normalize("NFC"), (sign) => {
    const apart = Array.from(sign.normalize("NFD"));
    const tone = apart.find((each) => TONES.includes(each)) ?? "";
    const letter = apart.filter((each) => each !== tone).join("");
    return [
      LETTERS.indexOf(letter.normalize("NFC")),
      tone === "" ? -1 : TONES.indexOf(tone),
    ] as const;
  });
  const letters = signs.map(([letter]) => letter + 2);
  const tones = signs.map(([, tone]) => tone + 2);
  const made = String.fromCharCode(...letters, 0, ...tones);
  known.set(name, made);
  return made;
}

/** What stands side by side on one line, without what is not there. */
export function dotted(...parts: (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(" · ");
}

function given(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

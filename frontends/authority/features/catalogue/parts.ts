/** The parts of a description as lines of text: columns stand between bars, one entry on a line. */

const BAR = "|";

/** Lines of text as entries of so many columns; what a line leaves out at its end is empty. */
export function entriesOf(text: string, columns: number): string[][] {
  return text
    .split("\n")
    .map((line) => line.split(BAR).map((part) => part.trim()))
    .filter((parts) => parts.some((part) => part !== ""))
    .map((parts) =>
      Array.from({ length: columns }, (_, place) =>
        place < columns - 1 ? (parts[place] ?? "") : parts.slice(place).join(` ${BAR} `),
      ),
    );
}

/** Entries as lines of text, without what is empty at their ends. */
export function linesOf(entries: readonly (readonly string[])[]): string {
  return entries.map((entry) => entry.join(` ${BAR} `).replace(/[\s|]+$/, "")).join("\n");
}

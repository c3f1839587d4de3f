const WORDS = /"([^"\\]* [^"\\]*)"/g;
const SOON = 150;

/** Lays out the words of the first answers unseen, in the letters of a table, while the larger scripts
 * are on their way: a browser shapes each word once and keeps it, and an old machine takes long for it.
 * Where those scripts are there already, the screen itself comes as soon. */
export function foresee(answers: Iterable<HTMLElement>): void {
  setTimeout(() => {
    if (document.getElementById("page")?.hasChildNodes()) return;
    const texts = Array.from(answers, ({ textContent }) => textContent ?? "");
    const named = texts.flatMap((text) => Array.from(text.matchAll(WORDS), ([, named]) => named));
    if (named.length === 0) return;
    const words = [...new Set(named.join(" ").split(" "))].join(" ");
    const table = tableOf(words);
    document.body.append(table);
    requestAnimationFrame(() => setTimeout(() => table.remove()));
  }, SOON);
}

function tableOf(words: string): HTMLTableElement {
  const table = document.createElement("table");
  table.className = "table foreseen";
  table.setAttribute("aria-hidden", "true");
  const row = table.insertRow();
  row.append(document.createElement("th"));
  for (const look of ["", "small", "badge"]) {
    const text = row.insertCell().appendChild(document.createElement("span"));
    text.className = look;
  }
  for (const cell of row.cells) (cell.firstElementChild ?? cell).textContent = words;
  return table;
}

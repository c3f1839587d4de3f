import type { Session } from "./signed-in";

// What the gateway gave with the page stands in elements of data, which no browser runs.

/** Who is signed in, as the page was told; once, since it grows old. */
export function takeGivenSession(): Session | null {
  const element = globalThis.document?.getElementById("session");
  element?.remove();
  return element ? (JSON.parse(element.textContent ?? "") as Session) : null;
}

/** The answers that came with the page, by the body with which it would have asked; told once, and
 * only those in the page's language. */
export function takeGiven(language: string): Map<string, string> {
  const found = globalThis.document?.querySelectorAll<HTMLElement>("script[data-asked]") ?? [];
  const answers = new Map<string, string>();
  for (const element of found) {
    const { asked, language: said } = element.dataset;
    if (asked !== undefined && said === language) answers.set(asked, element.textContent ?? "");
    element.remove();
  }
  return answers;
}

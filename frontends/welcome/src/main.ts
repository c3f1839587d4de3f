import { ask, currentSession, loginUrl, signOut, type Session } from "../../packages/session";
import RECORD from "./record.graphql";
import type { RecordAnswer } from "./record";
import { LEVELS, TEXT } from "./texts";

const page = document.getElementById("page")!;

/** An element with attributes and children; text is always text, never markup. */
function el(
  name: string,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function heading(): Node[] {
  return [el("h1", {}, TEXT.title), el("p", { class: "quiet" }, TEXT.subtitle)];
}

function visitor(): Node[] {
  return [
    ...heading(),
    el("p", {}, TEXT.signInWhy),
    el("p", {}, el("a", { class: "button", href: loginUrl() }, TEXT.signIn)),
  ];
}

function recordTable(answer: RecordAnswer): Node {
  if (answer.mySheets.nodes.length === 0) return el("p", {}, TEXT.noSheets);
  const rows = answer.mySheets.nodes.map((sheet) =>
    el(
      "tr",
      {},
      el("td", {}, monthOf(sheet.period)),
      el("td", {}, sheet.unit.name),
      el("td", { class: "number" }, sheet.total === null ? "—" : decimal(sheet.total)),
      el("td", {}, sheet.level === null ? TEXT.notReleased : LEVELS[sheet.level]),
    ),
  );
  const head = el(
    "tr",
    {},
    el("th", { scope: "col" }, TEXT.month),
    el("th", { scope: "col" }, TEXT.unit),
    el("th", { scope: "col", class: "number" }, TEXT.total),
    el("th", { scope: "col" }, TEXT.level),
  );
  return el(
    "div",
    { class: "scroll" },
    el("table", {}, el("thead", {}, head), el("tbody", {}, ...rows)),
  );
}

/** "2026-03-01" as people here write it: 03/2026. */
function monthOf(day: string): string {
  return `${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** The server's exact decimal, with a comma; never through a floating-point number. */
function decimal(value: string): string {
  return value.replace(".", ",");
}

async function member(session: Extract<Session, { signedIn: true }>): Promise<Node[]> {
  const leave = el("button", { class: "button plain", type: "button" }, TEXT.signOut);
  leave.addEventListener("click", () => void signOut(session.csrfToken));
  const answer = await ask<RecordAnswer>(session.csrfToken, RECORD);
  const who = answer.me?.fullName ?? session.name ?? TEXT.nobody;
  const headed = answer.myUnits.map((unit) => unit.name).join(", ");
  return [
    ...heading(),
    el("div", { class: "bar" }, el("p", {}, `${TEXT.signedInAs} ${who}`), leave),
    ...(headed ? [el("p", {}, `${TEXT.youHead} ${headed}.`)] : []),
    el("h2", {}, TEXT.myRecord),
    recordTable(answer),
    el("h2", {}, TEXT.forDevelopers),
    el("p", {}, el("a", { href: "/developer/" }, TEXT.graphiql)),
  ];
}

async function show(): Promise<void> {
  const session = await currentSession();
  page.replaceChildren(...(session.signedIn ? await member(session) : visitor()));
}

show().catch((problem: unknown) => {
  page.replaceChildren(...heading(), el("p", {}, TEXT.failed), el("p", {}, String(problem)));
});

import { type Watch, within } from "@congtam/session";
import { send } from "./client";

/** What a door for files answers: its result, or why it was refused, in the reader's language. */
export type Sent<Result> =
  | { did: "done"; result: Result }
  | { did: "refused"; message: string }
  | { did: "failed"; code: string };

/** Send a form with a file to a door of this entrance, as whoever is signed in. */
export async function sendForm<Result>(
  watch: Watch,
  address: string,
  body: FormData,
): Promise<Sent<Result>> {
  try {
    const answer = await send(watch, within(address), { method: "POST", body });
    const told = await answer.json();
    if (answer.ok) return { did: "done", result: told as Result };
    const message: unknown = told?.errors?.[0]?.message;
    if (typeof message === "string") return { did: "refused", message };
    return { did: "failed", code: String(answer.status) };
  } catch {
    return { did: "failed", code: "NETWORK" };
  }
}

import type { Level, PartyVoiceKind } from "@congtam/graph";
import { learn, say } from "@congtam/i18n";
import { partyWords } from "@congtam/i18n/catalogue/party-words";

learn(partyWords);

/** The classes of the Party's regulation, the best first. */
export const PARTY_LEVELS = [
  "EXCELLENT",
  "GOOD",
  "COMPLETED",
  "NOT_COMPLETED",
] as const satisfies readonly Level[];

/** "Năm 2026", "Quý 2/2026". */
export function spanName({ year, quarter }: { year: number; quarter: number | null }): string {
  if (quarter === null) return say("span.YEAR", { number: 1, year });
  return say("span.QUARTER", { number: quarter, year });
}

/** Whom something is about: a member, or else the collective itself. */
export function aboutName(of: {
  person: { fullName: string } | null;
  body: { name: string };
}): string {
  return of.person?.fullName ?? of.body.name;
}

/** "Tự kiểm điểm: Chi bộ Văn phòng", "Chi bộ Văn phòng". */
export function voiceName(voice: { kind: PartyVoiceKind; body: { name: string } | null }): string {
  const kind = say(`party.voice.${voice.kind}`);
  if (voice.body === null) return kind;
  // "Chi bộ Văn phòng" says itself that it is a branch.
  return voice.body.name.startsWith(kind) ? voice.body.name : `${kind}: ${voice.body.name}`;
}

interface Placed {
  id: string;
  name: string;
  bodies?: { nodes: readonly Placed[] };
}

/** A body and those beneath it, as one list, each with how deep it stands. */
export function bodiesBelow<Body extends Placed>(
  roots: readonly Body[],
  depth = 0,
): { body: Body; depth: number }[] {
  return roots.flatMap((body) => [
    { body, depth },
    ...bodiesBelow((body.bodies?.nodes ?? []) as readonly Body[], depth + 1),
  ]);
}

import type { PartyVoiceKind, PartyVoiceState, PartyVoiceWait } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { voiceName } from "@congtam/shared/party/names";

interface Voice {
  id: string;
  kind: PartyVoiceKind;
  step: number;
  body: { name: string } | null;
}

interface Waiting extends Voice {
  waitsFor: PartyVoiceWait | null;
  person: { fullName: string } | null;
  review: {
    body: { name: string };
    voices: readonly (Voice & { state: PartyVoiceState })[];
  } | null;
}

/** Whom a voice is about. */
export function subject(voice: Pick<Waiting, "person" | "review">): string {
  return voice.person?.fullName ?? voice.review?.body.name ?? "";
}

/** Why a voice waits, and for whom, as far as that may be read; null where nothing keeps it. */
export function waitsFor(voice: Waiting): string | null {
  const before = (voice.review?.voices ?? []).filter(
    (each) => each.state === "WAITING" && each.step < voice.step,
  );
  if (before.length > 0) {
    const first = Math.min(...before.map(({ step }) => step));
    const names = before.filter(({ step }) => step === first).map(voiceName);
    return say("partyVoices.waitsForVoice", { voices: names.join("; ") });
  }
  return voice.waitsFor === null ? null : say(`partyVoices.waitsFor.${voice.waitsFor}`);
}

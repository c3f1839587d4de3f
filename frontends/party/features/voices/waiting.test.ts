import { learn } from "@congtam/i18n";
import { partyVoices } from "@congtam/i18n/catalogue/party-voices";
import { expect, test } from "vitest";
import { waitsFor } from "./waiting";

learn(partyVoices);

const self = { id: "1", kind: "SELF", step: 0, body: null } as const;
const branch = { id: "2", kind: "BRANCH", step: 1, body: { name: "Chi bộ Văn phòng" } } as const;
const last = {
  id: "3",
  kind: "LEADERSHIP",
  step: 2,
  body: { name: "Ủy ban" },
  person: { fullName: "An" },
} as const;

test("a voice waits for the first step that has not spoken, by name", () => {
  const voices = [
    { ...self, state: "SIGNED" },
    { ...branch, state: "WAITING" },
  ] as const;
  const review = { body: { name: "Chi bộ" }, voices };
  expect(waitsFor({ ...last, waitsFor: "HEAD", review })).toContain("chờ: Chi bộ Văn phòng.");
});

test("then for the collective or its head, and else for nobody", () => {
  const review = { body: { name: "Chi bộ" }, voices: [{ ...self, state: "SIGNED" }] } as const;
  expect(waitsFor({ ...last, waitsFor: "COLLECTIVE", review })).toContain("tập thể");
  expect(waitsFor({ ...last, waitsFor: null, review })).toBeNull();
});

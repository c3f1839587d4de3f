import { expect, test } from "vitest";
import { ofFile, ofLink } from "./evidence";

test("a file is told by its name and its SHA-256", async () => {
  expect(await ofFile(new File(["abc"], "ket-qua.pdf"))).toEqual({
    name: "ket-qua.pdf",
    sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  });
});

test("a link is told by its last part, and only a safe one is taken", () => {
  expect(ofLink(" https://vanban.xa.vn/2026/cong-van%2012.pdf ")).toEqual({
    name: "cong-van 12.pdf",
    url: "https://vanban.xa.vn/2026/cong-van%2012.pdf",
  });
  expect(ofLink("https://vanban.xa.vn")?.name).toBe("vanban.xa.vn");
  expect(ofLink("http://vanban.xa.vn/a")).toBeNull();
  expect(ofLink("công văn 12")).toBeNull();
});

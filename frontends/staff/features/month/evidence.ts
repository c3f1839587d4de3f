import type { EvidenceInput } from "@congtam/graph";

/** A file as evidence: its name, and the SHA-256 of its content; the file itself stays where it is. */
export async function ofFile(file: File): Promise<EvidenceInput> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return { name: file.name, sha256: hex.join("") };
}

/** A browser hashes files only on a safe connection. */
export function canHash(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** A link as evidence, named after its last part; null where it is no https address. */
export function ofLink(typed: string): EvidenceInput | null {
  const url = parsed(typed.trim());
  if (url?.protocol !== "https:") return null;
  const last = decodeURIComponent(url.pathname.split("/").filter(Boolean).at(-1) ?? url.host);
  return { name: last, url: url.href };
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

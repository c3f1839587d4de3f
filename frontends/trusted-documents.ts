import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

/**
 * `import id from "./record.graphql"` gives the document's id, the SHA-256 of its text. The texts go
 * into `documents.json`, which the gateway reads at start: from a portal it answers no other document.
 */
export function trustedDocuments(): Plugin {
  const documents: Record<string, string> = {};
  return {
    name: "trusted-documents",
    enforce: "pre",
    async load(path) {
      if (!path.endsWith(".graphql")) return null;
      const text = await readFile(path, "utf8");
      const id = createHash("sha256").update(text).digest("hex");
      documents[id] = text;
      return `export default ${JSON.stringify(id)};`;
    },
    generateBundle() {
      const sorted = Object.fromEntries(Object.entries(documents).sort());
      const source = `${JSON.stringify(sorted, null, 2)}\n`;
      this.emitFile({ type: "asset", fileName: "documents.json", source });
    },
  };
}

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const HERE = import.meta.dirname;
const PAGES = ["welcome", "developer", "staff", "head", "authority", "inspector", "party"];

/** The texts of the trusted documents, for the gateway: from a portal it answers no other document. */
function trustedDocuments(): Plugin {
  return {
    name: "trusted-documents",
    async generateBundle() {
      const written = resolve(HERE, "packages/graph/generated/persisted-documents.json");
      const source = await readFile(written, "utf8");
      this.emitFile({ type: "asset", fileName: "documents.json", source });
    },
  };
}

/** Every portal's very first script: it runs while the others are on their way. */
function firstScript(): Plugin {
  return {
    name: "first-script",
    transformIndexHtml: {
      order: "post",
      handler: (_, { path, bundle }) => {
        const made = Object.values(bundle ?? {}).find(
          (each) => each.type === "chunk" && each.isEntry && each.name === "first",
        );
        const isPortal = !path.startsWith("/welcome/") && !path.startsWith("/developer/");
        if (!made || !isPortal) return [];
        const attrs = { type: "module", async: true, src: `/${made.fileName}` };
        return [{ tag: "script", attrs, injectTo: "head-prepend" }];
      },
    },
  };
}

// Each page has a bundle of its own; what portals share is shared in chunks.
export default defineConfig({
  root: HERE,
  plugins: [
    // Vietnamese is not among react-aria's languages: packages/ui/aria-vi.ts has it.
    { ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" },
    trustedDocuments(),
    firstScript(),
    react(),
  ],
  build: {
    // The last browsers of machines that offices still use (Windows 7 has Chrome 109).
    target: ["chrome109", "edge109", "firefox115", "safari16"],
    outDir: "dist",
    emptyOutDir: true,
    // No inlined images or scripts: the content security policy allows none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // GraphiQL is large, and shown to developers of the demo alone; scripts/sizes.mjs bounds the rest.
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      checks: { moduleLevelDirective: false },
      input: {
        ...Object.fromEntries(PAGES.map((page) => [page, resolve(HERE, page, "index.html")])),
        first: resolve(HERE, "first/first.ts"),
      },
    },
  },
});

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { firstQuestions } from "./first/questions.ts";

const HERE = import.meta.dirname;
const PAGES = ["welcome", "developer", "staff", "head", "authority", "inspector", "party"];

/** For the gateway: the texts of the trusted documents, since from a portal it answers no other one,
 * and which of them a page asks first, whose answers it gives with the page. */
function trustedDocuments(): Plugin {
  return {
    name: "trusted-documents",
    async generateBundle() {
      const written = resolve(HERE, "packages/graph/generated/persisted-documents.json");
      const source = await readFile(written, "utf8");
      this.emitFile({ type: "asset", fileName: "documents.json", source });
      const first = await readFile(resolve(HERE, "first/questions.json"), "utf8");
      const asked = firstQuestions(JSON.parse(first), JSON.parse(source));
      this.emitFile({ type: "asset", fileName: "first.json", source: JSON.stringify(asked) });
    },
  };
}

/** Every portal's very first script, and texts and session with it: it runs before the others, which
 * are larger. */
function firstScript(): Plugin {
  return {
    name: "first-script",
    transformIndexHtml: {
      order: "post",
      handler: (_, { path, bundle }) => {
        const made = Object.values(bundle ?? {}).find(({ name }) => name === "first");
        const isPortal = !path.startsWith("/welcome/") && !path.startsWith("/developer/");
        if (!made || !isPortal) return [];
        const script = { type: "module", crossorigin: true, src: `/${made.fileName}` };
        return [{ tag: "script", attrs: script, injectTo: "head-prepend" }];
      },
    },
  };
}

/** Nearly all of what a first screen loads runs before anything is seen: a browser that knows this
 * line compiles it while it arrives, beside the page's own thread, not function by function within it. */
function compiledAtOnce(): Plugin {
  return {
    name: "compiled-at-once",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const each of Object.values(bundle)) {
          if (each.type === "chunk" && (each.isEntry || each.name === "core")) {
            each.code = `//# allFunctionsCalledOnLoad\n${each.code}`;
          }
        }
      },
    },
  };
}

/** React-aria takes the page's language as the page knows it, instead of asking the browser. */
function ariaLocale(): Plugin {
  return {
    name: "aria-locale",
    enforce: "pre",
    resolveId: (source, importer) =>
      source.endsWith("/useDefaultLocale.mjs") && importer?.includes("react-aria")
        ? resolve(HERE, "packages/ui/aria-locale.ts")
        : null,
  };
}

/** Urql comes without the language of GraphQL. */
function withoutLanguage(): Plugin {
  return {
    name: "without-language",
    enforce: "pre",
    resolveId: (source, importer) =>
      source === "@0no-co/graphql.web" && importer?.includes("/@urql/")
        ? resolve(HERE, "packages/graph/no-language.ts")
        : null,
  };
}

/** What the first page needs, and every portal. */
const FIRST = [
  "first/(first|foreseen)\\.ts",
  "rolldown/runtime",
  "node_modules/@internationalized/string/",
  "packages/i18n/[\\w-]+\\.ts",
  "packages/i18n/catalogue/(core|common|forms|legal|ruling|sheet|shell)\\.ts",
  "packages/session/(entrance|first|given|index|session)\\.ts",
  "shared/shell/portals\\.ts",
];
/** What every portal shows its first screen with: on a slow line each file costs, and a browser that
 * has no HTTP/2 asks for six at once. */
const CORE = [
  "node_modules/(react|react-dom|scheduler|urql|@urql/core|wonka)/",
  "packages/(format|session)/[\\w-]+\\.ts",
  "packages/graph/(answer|client|context|deed|given|ids|no-language|persisted|provider)\\.ts",
  "packages/i18n/catalogue/(month|record)\\.ts",
  "shared/shell/(cursor|drafts|ended|flush|index|loaded|route|shell|start|told|unlinked|who)\\.",
  "shared/sheet/",
  "packages/graph/generated/documents/shared-shell-who",
  "packages/ui/(badge|button|card|check|dialog|icon|later|pager|paging|search|states|table|toasts)\\.ts",
];

/** Whether a module is one of them. */
function among(places: readonly string[]): (id: string) => boolean {
  const known = new RegExp(`[/\\0](?:${places.join("|")})`);
  return (id) => known.test(id);
}

// Each page has a bundle of its own; what portals share is shared in chunks.
export default defineConfig({
  root: HERE,
  plugins: [
    // Vietnamese is not among react-aria's languages: packages/ui/aria-vi.ts has it.
    { ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" },
    ariaLocale(),
    withoutLanguage(),
    trustedDocuments(),
    firstScript(),
    compiledAtOnce(),
    react(),
  ],
  // Tests of logic leave nothing behind: they share one loaded copy of what they import. Some read
  // every source, which a busy machine takes long for.
  test: { isolate: false, testTimeout: 30_000 },
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
      output: {
        codeSplitting: {
          groups: [
            { name: "first", test: among(FIRST), priority: 2 },
            { name: "core", test: among(CORE), priority: 1 },
          ],
        },
      },
    },
  },
});

import react from "@vitejs/plugin-react";
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { trustedDocuments } from "./trusted-documents";

// Two pages, each with a bundle of its own: the welcome page must stay small.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [trustedDocuments(), react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // No inlined images or scripts: the content security policy allows none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        welcome: resolve(import.meta.dirname, "welcome/index.html"),
        developer: resolve(import.meta.dirname, "developer/index.html"),
      },
    },
  },
});

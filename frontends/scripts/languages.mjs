// React-aria stops where one of its packages has no texts in the page's language: whatever a portal
// bundles of it must stand in packages/ui/aria-vi.ts; and it is told the language, which it is slow to find.

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const HERE = resolve(import.meta.dirname, "..");
const ASSETS = join(HERE, "dist/assets");
const taught = readFileSync(join(HERE, "packages/ui/aria-vi.ts"), "utf8");

const scripts = readdirSync(ASSETS)
  .filter((name) => name.endsWith(".js") && !name.startsWith("developer"))
  .map((name) => readFileSync(join(ASSETS, name), "utf8"));
const used = scripts.flatMap((text) => text.match(/@react-aria\/[a-z]+/g) ?? []);
const missing = [...new Set(used)].filter((name) => !taught.includes(`"${name}"`));

if (missing.length > 0) {
  console.error(`react-aria has no Vietnamese for ${missing.join(", ")} (packages/ui/aria-vi.ts)`);
  process.exitCode = 1;
}
if (scripts.some((text) => text.includes("supportedLocalesOf"))) {
  console.error(
    "react-aria asks the browser for its languages again (vite.config.ts, aria-locale)",
  );
  process.exitCode = 1;
}

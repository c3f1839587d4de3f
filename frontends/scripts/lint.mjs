// Biome by its binary alone: the package around it asks for every platform, and not every registry has all.

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const FRONTENDS = resolve(import.meta.dirname, "..");
const name = `@biomejs/cli-${process.platform}-${process.arch}/biome`;

function binary() {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return null;
  }
}

const found = binary();
if (found) {
  const told = ["check", "--error-on-warnings", ...process.argv.slice(2), "."];
  process.exitCode = spawnSync(found, told, { cwd: FRONTENDS, stdio: "inherit" }).status ?? 1;
} else {
  console.error(`${name} is not installed: the pages are not linted on this machine`);
  process.exitCode = process.platform === "linux" ? 1 : 0;
}

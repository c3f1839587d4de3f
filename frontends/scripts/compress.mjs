// A compressed twin beside every script and style, so that nobody compresses while somebody waits.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const ASSETS = resolve(import.meta.dirname, "../dist/assets");

for (const name of readdirSync(ASSETS)) {
  if (!/\.(?:js|css|svg)$/.test(name)) continue;
  writeFileSync(
    join(ASSETS, `${name}.gz`),
    gzipSync(readFileSync(join(ASSETS, name)), { level: 9 }),
  );
}

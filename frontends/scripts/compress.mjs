// Compressed twins beside every script and style, so that nobody compresses while somebody waits.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const ASSETS = resolve(import.meta.dirname, "../dist/assets");

for (const name of readdirSync(ASSETS)) {
  if (!/\.(?:js|css|svg)$/.test(name)) continue;
  const source = readFileSync(join(ASSETS, name));
  const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY };
  writeFileSync(join(ASSETS, `${name}.gz`), gzipSync(source, { level: 9 }));
  writeFileSync(join(ASSETS, `${name}.br`), brotliCompressSync(source, { params }));
}

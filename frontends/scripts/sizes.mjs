// What each portal loads before it shows anything: its scripts and styles, gzipped. Fails above the limit.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const DIST = resolve(import.meta.dirname, "../dist");
const PORTALS = ["welcome", "staff", "head", "authority", "inspector", "party"];
const LIMIT = 190_000;

function firstLoad(page) {
  const html = readFileSync(join(DIST, page, "index.html"), "utf8");
  const named = html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g);
  const assets = new Set(Array.from(named, ([, asset]) => asset));
  return Array.from(assets, (asset) => [asset, gzipSync(readFileSync(join(DIST, asset))).length]);
}

let fails = false;
for (const page of PORTALS) {
  const assets = firstLoad(page);
  const total = assets.reduce((sum, [, bytes]) => sum + bytes, 0);
  fails ||= total > LIMIT || total === 0;
  const parts = process.argv.includes("--parts")
    ? assets.map(([name, size]) => `\n  ${size} ${name}`)
    : [];
  console.log(`${page}: ${(total / 1000).toFixed(1)} kB of ${LIMIT / 1000}${parts.join("")}`);
}
if (fails) process.exitCode = 1;

// Typed operations and trusted documents, from the committed schema and the .graphql files that stand
// beside the screens: `generated/graphql.ts` for the pages, `generated/documents.json` for the gateway.

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import { buildSchema, parse, validate } from "graphql";

const ROOT = resolve(import.meta.dirname, "../..");
const SCHEMA = resolve(ROOT, "../schema/sdl/congtam.graphql");
const OUT = join(import.meta.dirname, "generated/");
const LEFT_OUT = new Set(["node_modules", "dist", "generated"]);
// What the contract's scalars are in JSON: exact numbers, days and instants travel as text.
const SCALARS = {
  Date: "string",
  DateTime: "string",
  Decimal: "string",
  ID: "string",
  _Any: "never",
};

async function documents(folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) found.push(...(await documents(path)));
    if (entry.name.endsWith(".graphql")) {
      const rawSDL = await readFile(path, "utf8");
      found.push({ location: path, rawSDL, document: parse(rawSDL) });
    }
  }
  return found;
}

/** The texts of the documents are taken as they are; federation's own types are no page's business. */
function demandValid(schemaAst, sources) {
  const definitions = sources.flatMap(({ document }) => document.definitions);
  const problems = validate(schemaAst, { kind: "Document", definitions });
  if (problems.length > 0) throw new Error(problems.map(String).join("\n\n"));
}

const text = (await readFile(SCHEMA, "utf8")).replace(/^schema\b[^{]*\{[^}]*\}/m, "");
const bare = text.replace(/ @key\([^)]*\)/g, "");
const schemaAst = buildSchema(bare);
const sources = (await documents(ROOT)).sort((a, b) => a.location.localeCompare(b.location));
demandValid(schemaAst, sources);

const outputs = await preset.buildGeneratesSection({
  baseOutputDir: OUT,
  schema: parse(bare),
  schemaAst,
  documents: sources,
  config: {
    scalars: SCALARS,
    strictScalars: true,
    enumType: "string-literal",
    useTypeImports: true,
    skipTypename: false,
  },
  presetConfig: {
    fragmentMasking: false,
    persistedDocuments: { mode: "replaceDocumentWithHash", hashAlgorithm: "sha256" },
  },
  plugins: [],
  pluginMap: {},
});

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const wanted = outputs.filter(({ filename }) =>
  /graphql\.ts$|persisted-documents\.json$/.test(filename),
);
// All at once: the list of documents waits for the types to be written.
await Promise.all(
  wanted.map(async (output) => {
    const written = await codegen({ ...output, plugins: output.plugins });
    await mkdir(dirname(output.filename), { recursive: true });
    await writeFile(output.filename, written);
  }),
);

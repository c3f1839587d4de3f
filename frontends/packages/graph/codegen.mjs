// Typed operations and trusted documents, from the committed schema and the .graphql files that stand
// beside the screens: `generated/graphql.ts` for the pages, `generated/documents.json` for the gateway.

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import { buildSchema, getNamedType, isInputObjectType, parse, validate } from "graphql";

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

const DOCUMENT = /^export const (\w+)Document = .*$/gm;

/** The name by which a deed is told the row whose version it is told beside it: the first id there. */
function rowIn(args) {
  if (args.some(({ name }) => name === "version")) {
    return args.find(({ type }) => getNamedType(type).name === "ID")?.name;
  }
  const inputs = args.map(({ type }) => getNamedType(type)).filter(isInputObjectType);
  return inputs.map((input) => rowIn(Object.values(input.getFields()))).find(Boolean);
}

/** What the pages call the row whose version a deed names; undefined where it names none. */
function rowOf({ operation, selectionSet }) {
  if (operation !== "mutation") return undefined;
  const [field] = selectionSet.selections;
  const row = rowIn(schemaAst.getMutationType().getFields()[field.name.value].args);
  return field.arguments.find(({ name }) => name.value === row)?.value.name.value ?? row;
}

/** A document's line, with its deed's row beside its hash. */
function withRow(line, definition) {
  const row = rowOf(definition);
  return row === undefined ? line : line.replace('"__meta__":{', `"__meta__":{"row":"${row}",`);
}

/** Each file's documents in a module of its own, so that a page loads the names of its own alone;
 * the types stay together. */
async function withoutDocuments(written) {
  const told = new Map([...written.matchAll(DOCUMENT)].map(([line, name]) => [name, line]));
  const modules = sources.flatMap(({ location, document }) => {
    const lines = document.definitions
      .filter(({ name }) => told.has(name.value))
      .map((definition) => withRow(told.get(definition.name.value), definition));
    return lines.length === 0 ? [] : [[relative(ROOT, location).replace(/\W/g, "-"), lines]];
  });
  await mkdir(join(OUT, "documents"), { recursive: true });
  for (const [name, lines] of modules) {
    const types = lines.flatMap((line) =>
      line.match(/\w+(?:Query|Mutation)(?:Variables)?(?=[,>])/g),
    );
    const head = [
      'import type { TypedDocumentNode as DocumentNode } from "@graphql-typed-document-node/core";',
      `import type { ${types.join(", ")} } from "../graphql";`,
    ];
    await writeFile(join(OUT, "documents", `${name}.ts`), [...head, ...lines, ""].join("\n"));
  }
  const taken = modules.map(([name]) => `export * from "./documents/${name}";`);
  return [written.replace(DOCUMENT, ""), ...taken, ""].join("\n");
}

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
    const isTypes = output.filename.endsWith("graphql.ts");
    await writeFile(output.filename, isTypes ? await withoutDocuments(written) : written);
  }),
);

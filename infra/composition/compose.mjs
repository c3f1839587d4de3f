// Reads subgraphs from the standard input, as JSON from name to SDL, and composes them as a router
// of Federation 2 would: prints {"supergraph": SDL} or {"errors": [message, …]}.
import { readFileSync } from "node:fs";

import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";

const subgraphs = Object.entries(JSON.parse(readFileSync(0, "utf8")));
const result = composeServices(
  subgraphs.map(([name, sdl]) => ({ name, typeDefs: parse(sdl), url: `http://${name}` })),
);
const errors = (result.errors ?? []).map((error) => error.message);
const said = errors.length ? { errors } : { supergraph: result.supergraphSdl };
process.stdout.write(JSON.stringify(said));

export { type Answer, useAnswer } from "./answer";
export { type Graph, makeGraph } from "./client";
export {
  type Deed,
  done,
  type Outcome,
  type Payload,
  type Refusal,
  useDeed,
  useGraph,
} from "./deed";
export * from "./generated/graphql";
export { newId } from "./ids";
export { GraphProvider } from "./provider";

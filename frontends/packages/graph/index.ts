export type { TypedDocumentNode } from "@graphql-typed-document-node/core";
export type { AnyVariables } from "urql";
export { type Answer, useAnswer } from "./answer";
export { type Graph, makeGraph } from "./client";
export {
  type Deed,
  done,
  type Payload,
  useDeed,
  useGraph,
} from "./deed";
export { type Sent, sendForm } from "./form";
export * from "./generated/graphql";
export { newId } from "./ids";
export type { Outcome, Refusal } from "./outcome";
export { GraphProvider } from "./provider";

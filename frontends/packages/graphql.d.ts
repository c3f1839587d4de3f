declare module "*.graphql" {
  /** The id of a trusted document: the SHA-256 of its text. */
  const id: string;
  export default id;
}

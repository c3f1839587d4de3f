let path = "";

/** Which entrance this page comes in by: what stands before its /auth, /graphql and /forms. The
 * Party's is `/party`; a page says so before anything else. */
export function enterBy(entrance: "" | "/party"): void {
  path = entrance;
}

/** An address of this page's entrance, such as `/graphql`. */
export function within(address: string): string {
  return path + address;
}

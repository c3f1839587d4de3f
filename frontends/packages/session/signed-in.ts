/** Who is signed in, as `/auth/session` tells it. */
export type Session = { signedIn: false } | SignedIn;

export interface SignedIn {
  signedIn: true;
  name: string | null;
  person: string | null;
  /** The account, where it is linked to nobody: an administrator is told it. */
  unlinked: { issuer: string; subject: string } | null;
  /** The years whose periods are quarters in his agency, up to the next. */
  quarters: number[];
  csrfToken: string;
  idleSeconds: number;
  endsAt: string;
}

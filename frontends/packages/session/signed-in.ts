/** Who is signed in, as `/auth/session` tells it. */
export type Session = { signedIn: false } | SignedIn;

export interface SignedIn {
  signedIn: true;
  name: string | null;
  person: string | null;
  /** The account, where it is linked to nobody: an administrator is told it. */
  unlinked: { issuer: string; subject: string } | null;
  csrfToken: string;
  idleSeconds: number;
  endsAt: string;
}

/** An anticipated refusal, in the reader's language. */
export interface Refusal {
  code: string;
  message: string;
  field: string | null;
}

/** What became of a deed. */
export type Outcome<Value> =
  | { did: "done"; value: Value }
  | { did: "refused"; refusal: Refusal }
  /** It is done; what became of it is no longer this reader's to see. */
  | { did: "hidden" }
  | { did: "failed"; code: string }
  /** The session had ended: it is sent after signing in again, unless it was a secret. */
  | { did: "parked" };

/** One product of a signal's evidence, its numbers exact. */
export interface Piece {
  id: string;
  title: string;
  units: string;
  share: string;
}

/** The products that a signal's evidence names; none where it is about something else. */
export function pieces(evidence: string): Piece[] {
  const { lines = [] } = JSON.parse(evidence) as {
    lines?: (Omit<Piece, "id"> & { line: string })[];
  };
  return lines.map(({ line, title, units, share }) => ({ id: line, title, units, share }));
}

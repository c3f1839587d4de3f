import type { PlacedBodyFragment } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Badge } from "@congtam/ui";

interface Placed extends PlacedBodyFragment {
  bodies?: { nodes: readonly Placed[] };
}

/** Bodies with those beneath them. */
export function Tree({ bodies }: { bodies: readonly Placed[] }) {
  return (
    <ul className="tree">
      {bodies.map((body) => (
        <li key={body.id}>
          <div className="tree-line">
            <a href={`/party/bodies/${body.id}`}>{body.name}</a>
            <Badge>{say(`partyBodies.kind.${body.kind}`)}</Badge>
          </div>
          {body.bodies && body.bodies.nodes.length > 0 ? <Tree bodies={body.bodies.nodes} /> : null}
        </li>
      ))}
    </ul>
  );
}

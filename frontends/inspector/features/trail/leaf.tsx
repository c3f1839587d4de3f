import { instant } from "@congtam/format";
import type { LeafPartsFragment } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Badge, Nothing, type Tone } from "@congtam/ui";

export type Leaf = LeafPartsFragment;

const SEALS: Record<Leaf["seal"], Tone> = { WAITS: "plain", SEALED: "good", ALTERED: "bad" };
const CHANNELS = ["api", "portal", "command", "import", "worker"] as const;

/** Acts one after another, each told in plain words. */
export function Story({ leaves, here }: { leaves: Leaf[]; here?: string }) {
  if (leaves.length === 0) return <Nothing title={say("trail.none")} />;
  return (
    <ol className="steps">
      {leaves.map((leaf) => (
        <li key={leaf.id}>
          <Told leaf={leaf} here={here} />
        </li>
      ))}
    </ol>
  );
}

function Told({ leaf, here }: { leaf: Leaf; here: string | undefined }) {
  return (
    <div className="stack-tight">
      <h3>
        {leaf.deedName}{" "}
        {leaf.refusal === null ? null : <Badge tone="bad">{say("trail.refused")}</Badge>}
      </h3>
      <p>
        <Who leaf={leaf} />
        {", "}
        {instant(leaf.at)}
        {isChannel(leaf.channel) ? ` (${say(`channel.${leaf.channel}`)})` : null}
        {leaf.subjectName === null || leaf.subjectId === here ? null : (
          <>
            {" · "}
            <a href={`/inspector/story/${leaf.subjectId}`}>{leaf.subjectName}</a>
          </>
        )}
      </p>
      {leaf.refusalText === null ? null : (
        <p>{say("trail.refusedWhy", { text: leaf.refusalText })}</p>
      )}
      <Changes leaf={leaf} />
      {leaf.reason === "" ? null : <p>{say("trail.reason", { text: leaf.reason })}</p>}
      {leaf.basis === null ? null : (
        <p className="quiet small">{say("trail.rule", { rule: leaf.rule, basis: leaf.basis })}</p>
      )}
      <Kept leaf={leaf} />
    </div>
  );
}

function Who({ leaf: { actor, onBehalfOf } }: { leaf: Leaf }) {
  return (
    <>
      {actor ? (
        <a href={`/inspector/trail/by/${actor.id}`}>{actor.fullName}</a>
      ) : (
        say("trail.nobody")
      )}
      {onBehalfOf ? ` (${say("trail.onBehalf", { who: onBehalfOf.fullName })})` : null}
    </>
  );
}

function isChannel(channel: string): channel is (typeof CHANNELS)[number] {
  return (CHANNELS as readonly string[]).includes(channel);
}

function Changes({ leaf: { changes } }: { leaf: Leaf }) {
  if (changes.length === 0) return null;
  return (
    <ul>
      {changes.map(({ field, was, became }) => (
        <li key={field}>
          {was === null
            ? say("trail.became", { field, became: became ?? "—" })
            : say("trail.changed", { field, was, became: became ?? "—" })}
        </li>
      ))}
    </ul>
  );
}

/** Whether the record is as it was sealed, and what it says word for word. */
function Kept({ leaf }: { leaf: Leaf }) {
  const exact = [leaf.before, leaf.after].filter((each) => each !== null);
  return (
    <div className="row">
      <Badge tone={SEALS[leaf.seal]}>
        {leaf.sealedAt === null
          ? say(`seal.${leaf.seal}`)
          : say("seal.at", { seal: say(`seal.${leaf.seal}`), when: instant(leaf.sealedAt) })}
      </Badge>
      {exact.length === 0 ? null : (
        <details className="small">
          <summary>{say("trail.exact")}</summary>
          {leaf.before === null ? null : <p>{say("trail.before", { text: leaf.before })}</p>}
          {leaf.after === null ? null : <p>{say("trail.after", { text: leaf.after })}</p>}
        </details>
      )}
    </div>
  );
}

import { byGivenName, day } from "@congtam/format";
import { say } from "@congtam/i18n";
import { heldAs } from "@congtam/shared/posts";
import { Badge, Card, type Column, DataTable, type Turns } from "@congtam/ui";
import type { Found } from "./unit-answer";

type Post = Found["postingsIn"]["nodes"][number];
type Absence = Found["absencesIn"]["nodes"][number];

const OFFICES = ["HEAD", "DEPUTY", "MEMBER"];

/** Who works in the unit on the day: the head, the deputies, then the members. */
export function Posts({ found, turns }: { found: Found; turns: Turns }) {
  const posts = [...found.postingsIn.nodes].sort(
    (left, right) =>
      OFFICES.indexOf(left.office) - OFFICES.indexOf(right.office) ||
      byGivenName(left.person.fullName, right.person.fullName),
  );
  return (
    <Card title={say("structure.posts")}>
      <DataTable
        part={turns}
        label={say("structure.posts")}
        columns={columns(found.absencesIn.nodes)}
        rows={posts}
        nothing={say("structure.noPosts")}
        searched={(post) => post.person.fullName}
        pageSize={50}
      />
    </Card>
  );
}

function columns(absences: Absence[]): Column<Post>[] {
  return [
    {
      id: "person",
      title: say("structure.person"),
      isHeader: true,
      order: (left, right) => byGivenName(left.person.fullName, right.person.fullName),
      cell: (post) => (
        <div className="stack-tight">
          <a href={`/authority/people/${post.person.id}`}>{post.person.fullName}</a>
          <Away absence={absences.find((each) => each.person.id === post.person.id)} />
        </div>
      ),
    },
    {
      id: "office",
      title: say("structure.office"),
      cell: (post) => (
        <div className="stack-tight">
          <span>{say(`structure.office.${post.office}`)}</span>
          <span className="quiet small">{heldAs(post)}</span>
        </div>
      ),
    },
    {
      id: "position",
      title: say("structure.position"),
      cell: (post) => (
        <div className="stack-tight">
          <span>{post.position?.name ?? "—"}</span>
          {post.charges.length === 0 ? null : (
            <span className="quiet small">
              {say("structure.inCharge", {
                what: post.charges
                  .map((charge) => charge.unit?.name ?? charge.person?.fullName ?? "")
                  .join("; "),
              })}
            </span>
          )}
        </div>
      ),
    },
    {
      id: "since",
      title: say("structure.sinceIs"),
      order: (left, right) => left.since.localeCompare(right.since),
      cell: (post) => (
        <div className="stack-tight">
          <span>{day(post.since)}</span>
          {post.until === null ? null : (
            <span className="quiet small">{say("structure.until", { day: day(post.until) })}</span>
          )}
        </div>
      ),
    },
  ];
}

function Away({ absence }: { absence: Absence | undefined }) {
  if (absence === undefined) return null;
  return (
    <span>
      <Badge tone="warn">
        {absence.until === null
          ? say("structure.away", { kind: say(`structure.absence.${absence.kind}`) })
          : say("structure.awayUntil", {
              kind: say(`structure.absence.${absence.kind}`),
              day: day(absence.until),
            })}
      </Badge>
    </span>
  );
}

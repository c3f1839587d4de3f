import { say } from "@congtam/i18n";
import { DeedButtons, PaperShown } from "@congtam/shared/forms";
import { Badge, type Column, DataTable } from "@congtam/ui";
import type { PersonFile } from "./file-answer";
import { Cited } from "./file-history";
import { annulFact, endState } from "./records";
import { dayOr } from "./words";

type State = PersonFile["protectedStates"]["nodes"][number];
type Wish = PersonFile["personalWishes"]["nodes"][number];
type Fact = PersonFile["serviceFacts"]["nodes"][number];
interface Papered {
  documentNo: string | null;
  documentDay: string | null;
  documentSha256: string | null;
  documentUrl: string | null;
}

/** Protected states: told only here, to the few who keep and decide; gates never name one. */
export function States({ file, cited }: { file: PersonFile; cited: string }) {
  const columns: Column<State>[] = [
    {
      id: "state",
      title: say("personFile.state"),
      isHeader: true,
      cell: (row) => (
        <span className="row">
          {say(`protected.${row.state}`)}
          <Cited is={row.id === cited} />
        </span>
      ),
    },
    { id: "since", title: say("personFile.since"), cell: (row) => dayOr(row.since) },
    { id: "until", title: say("personFile.until"), cell: (row) => dayOr(row.until) },
    paper(),
    {
      id: "act",
      title: say("personFile.act"),
      cell: (row) =>
        row.endedReason ? (
          row.endedReason
        ) : (
          <DeedButtons
            size="small"
            forms={[row.allowedActions.includes("EndProtectedState") && endState(row)]}
          />
        ),
    },
  ];
  return (
    <DataTable
      label={say("personFile.states")}
      columns={columns}
      rows={file.protectedStates.nodes}
      nothing={say("personFile.none")}
    />
  );
}

/** What somebody has asked for himself. */
export function Wishes({ file, cited }: { file: PersonFile; cited: string }) {
  const columns: Column<Wish>[] = [
    {
      id: "kind",
      title: say("personFile.wish"),
      isHeader: true,
      cell: (row) => (
        <span className="row">
          {say(`actionKind.${row.kind}`)}
          {row.withdrawnAt ? <Badge>{say("personFile.withdrawn")}</Badge> : null}
          <Cited is={row.id === cited} />
        </span>
      ),
    },
    { id: "day", title: say("personFile.day"), cell: (row) => dayOr(row.day) },
    { id: "said", title: say("personFile.said"), cell: (row) => row.said },
    paper(),
  ];
  return (
    <DataTable
      label={say("personFile.wishes")}
      columns={columns}
      rows={file.personalWishes.nodes}
      nothing={say("personFile.none")}
    />
  );
}

/** Facts of service, each from its document. */
export function Facts({ file, cited }: { file: PersonFile; cited: string }) {
  const columns: Column<Fact>[] = [
    {
      id: "kind",
      title: say("personFile.fact"),
      isHeader: true,
      cell: (row) => (
        <span className="row">
          {say(`serviceFact.${row.kind}`)}
          {row.annulledReason ? <Badge tone="warn">{say("personFile.annulled")}</Badge> : null}
          <Cited is={row.id === cited} />
        </span>
      ),
    },
    { id: "content", title: say("personFile.content"), cell: (row) => contentOf(row) },
    paper(),
    {
      id: "act",
      title: say("personFile.act"),
      cell: (row) =>
        row.annulledReason ? (
          row.annulledReason
        ) : (
          <DeedButtons
            size="small"
            forms={[row.allowedActions.includes("AnnulServiceFact") && annulFact(row)]}
          />
        ),
    },
  ];
  return (
    <DataTable
      label={say("personFile.facts")}
      columns={columns}
      rows={file.serviceFacts.nodes}
      nothing={say("personFile.none")}
    />
  );
}

function contentOf(fact: Fact): string {
  const on = dayOr(fact.day);
  switch (fact.kind) {
    case "RETIREMENT":
      return say("serviceFact.retires", { day: on });
    case "TERM":
      return say("serviceFact.term", { from: dayOr(fact.startsOn), until: on });
    case "CONFIDENCE":
      return say("serviceFact.votes", { low: fact.low ?? 0, ballots: fact.ballots ?? 0, day: on });
    case "EARLIER_CLASS":
      return say("serviceFact.class", {
        year: fact.year ?? 0,
        level: say(`recordedLevel.${fact.level ?? "NOT_RATED"}`),
      });
  }
}

function paper<Row extends Papered>(): Column<Row> {
  return {
    id: "paper",
    title: say("personFile.paper"),
    cell: (row) => (
      <PaperShown
        number={row.documentNo}
        on={row.documentDay}
        sha256={row.documentSha256}
        url={row.documentUrl}
      />
    ),
  };
}

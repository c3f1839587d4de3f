import { instant } from "@congtam/format";
import { ClearReviewFlagDocument, type Level, type ReviewFlagKind, useDeed } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { ReasonAsked } from "@congtam/shared/deeds";
import { useTold } from "@congtam/shared/shell";
import { Badge, Button, Card } from "@congtam/ui";
import { useState } from "react";

export interface Flag {
  id: string;
  kind: ReviewFlagKind;
  raisedAt: string;
  clearedAt: string | null;
  note: string | null;
  cite: string | null;
  organisationResult: { level: Level | null; organisation: { name: string } } | null;
  version: number;
  allowedActions: string[];
  person?: { fullName: string };
  classification?: { id: string; year: number };
}

/** Classes to look at again, and what hung on a replaced one (art. 20.6, 21.3, 23.3). */
export function Flags({ flags }: { flags: Flag[] }) {
  const [clearing, clear] = useState<Flag | null>(null);
  if (flags.length === 0) return null;
  return (
    <Card title={say("flags.title")}>
      <p className="quiet">{say("flags.why")}</p>
      <div>
        {flags.map((flag) => (
          <div key={flag.id} className="told">
            <div className="stack-tight">
              <strong>{say(`flag.${flag.kind}`)}</strong>
              {flag.person && flag.classification ? (
                <a href={`/authority/classes/case/${flag.classification.id}`}>
                  {say("flags.of", {
                    who: flag.person.fullName,
                    year: flag.classification.year,
                  })}
                </a>
              ) : null}
              <span className="quiet small">
                {say("flags.raised", { when: instant(flag.raisedAt) })}
              </span>
              {flag.organisationResult?.level ? (
                <span>
                  {say("flags.organisation", {
                    who: flag.organisationResult.organisation.name,
                    level: say(`level.${flag.organisationResult.level}`),
                  })}
                </span>
              ) : null}
              {flag.cite === null ? null : <span className="quiet small">{flag.cite}</span>}
              {flag.note === null ? null : <span>{flag.note}</span>}
            </div>
            <div className="row">
              {flag.clearedAt === null ? (
                <Badge tone="warn">{say("flags.open")}</Badge>
              ) : (
                <Badge tone="good">{say("flags.cleared", { when: instant(flag.clearedAt) })}</Badge>
              )}
              {flag.allowedActions.includes("ClearReviewFlag") ? (
                <Button size="small" onPress={() => clear(flag)}>
                  {say("flags.clear")}
                </Button>
              ) : null}
            </div>
          </div>
        ))}
      </div>
      {clearing === null ? null : <Clearing flag={clearing} close={() => clear(null)} />}
    </Card>
  );
}

function Clearing({ flag, close }: { flag: Flag; close: () => void }) {
  const title = say(`flag.${flag.kind}`);
  const deed = useTold(useDeed(ClearReviewFlagDocument, title), say("flags.done"));
  return (
    <ReasonAsked
      {...{ title, deed, close }}
      confirm={say("flags.clear")}
      kept={`flag.${flag.id}`}
      label={say("flags.note")}
      variables={(note) => ({ flag: flag.id, version: flag.version, note })}
    />
  );
}

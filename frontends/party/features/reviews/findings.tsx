import { decimal } from "@congtam/format";
import { language, say } from "@congtam/i18n";
import { percent } from "@congtam/shared/party";
import { Fact, Facts } from "@congtam/ui";
import { type Found, told } from "./told";

const POINTS = ["general", "results"] as const;
const SHARES = ["completed", "late", "exceeded", "not_completed", "plan"] as const;

/** What a voice found, in words. */
export function Findings({ json }: { json: string }) {
  const found = told(json);
  if (found === null) return null;
  return (
    <details>
      <summary>{say("partyReview.findings")}</summary>
      <Facts>
        {POINTS.map((name) => (
          <Point key={name} name={name} value={found[name]} />
        ))}
        {SHARES.map((name) => (
          <Share key={name} name={name} value={found[name]} />
        ))}
      </Facts>
    </details>
  );
}

function Point({ name, value }: { name: (typeof POINTS)[number]; value: Found[typeof name] }) {
  if (value === null) return null;
  return <Fact name={say(`partyReview.found.${name}`)}>{decimal(value, language())}</Fact>;
}

function Share({ name, value }: { name: (typeof SHARES)[number]; value: Found[typeof name] }) {
  if (value === null) return null;
  return <Fact name={say(`partyReview.found.${name}`)}>{percent(value)}</Fact>;
}

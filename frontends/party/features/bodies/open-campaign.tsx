import { today } from "@congtam/format";
import { OpenPartyCampaignDocument, type PartyScheme } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, DeedButton, spanName } from "@congtam/shared/party";
import { go } from "@congtam/shared/shell";
import { Choice } from "@congtam/ui";
import type { Body } from "./body-answer";

const SPANS = ["year", "1", "2", "3"] as const;
const SCHEMES = ["CENTRAL", "DAK_LAK", "THANH_HOA"] as const satisfies readonly PartyScheme[];

/** A committee opens its reviews of a year or of one of its first three quarters. */
export function OpenCampaign({ body }: { body: Body }) {
  const now = Number(today().slice(0, 4));
  const years = [now, now - 1].map(String);
  const quarterOf = (span: (typeof SPANS)[number]) => (span === "year" ? null : Number(span));
  return (
    <DeedButton
      named={body.allowedActions}
      action="OpenPartyCampaign"
      kind="main"
      label={say("openCampaign.open")}
    >
      {(close) => (
        <Ask
          deed={OpenPartyCampaignDocument}
          name={`open-campaign.${body.id}`}
          title={say("openCampaign.title", { body: body.name })}
          confirm={say("openCampaign.open")}
          done={say("openCampaign.done")}
          empty={{
            year: String(now),
            span: "year" as (typeof SPANS)[number],
            scheme: "CENTRAL" as PartyScheme,
          }}
          variables={({ year, span, scheme }) => ({
            body: body.id,
            year: Number(year),
            quarter: quarterOf(span),
            scheme,
          })}
          after={(campaign) => go(`/party/campaigns/${campaign.id}`)}
          close={close}
        >
          {(draft, change) => (
            <>
              <p>{say("openCampaign.why")}</p>
              <div className="columns">
                <Choice
                  label={say("openCampaign.year")}
                  value={draft.year}
                  options={years.map((value) => ({ value, label: value }))}
                  choose={(year) => change({ year })}
                />
                <Choice
                  label={say("openCampaign.span")}
                  value={draft.span}
                  options={SPANS.map((value) => ({
                    value,
                    label: spanName({ year: Number(draft.year), quarter: quarterOf(value) }),
                  }))}
                  choose={(span) => change({ span })}
                />
              </div>
              <Choice
                label={say("openCampaign.scheme")}
                value={draft.scheme}
                options={SCHEMES.map((value) => ({
                  value,
                  label: say(`openCampaign.scheme.${value}`),
                }))}
                choose={(scheme) => change({ scheme })}
              />
            </>
          )}
        </Ask>
      )}
    </DeedButton>
  );
}

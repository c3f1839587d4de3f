import { shiftPoint } from "@congtam/format";
import {
  type CampaignStandingFragment,
  ClosePartyCampaignDocument,
  DecidePartyShareDocument,
  ExtendPartyDeadlineDocument,
  NotifyPartyCampaignDocument,
  PublishPartyCampaignDocument,
  ReopenPartyCampaignDocument,
} from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Ask, DeedButton, NO_PAPER, PaperFields, paperOf } from "@congtam/shared/party";
import { ButtonLink, LongTextField, MarkField } from "@congtam/ui";

interface Opened {
  campaign: CampaignStandingFragment;
  close: () => void;
}

const MOST_SHARE = "100";

/** What the committee may do with its set now. */
export function Acts({ campaign }: { campaign: CampaignStandingFragment }) {
  const named = campaign.allowedActions;
  const acts = [
    ["ClosePartyCampaign", "main", Close],
    ["NotifyPartyCampaign", "main", Notify],
    ["PublishPartyCampaign", "main", Publish],
    ["DecidePartyShare", "plain", DecideShare],
    ["ExtendPartyDeadline", "plain", Extend],
    ["ReopenPartyCampaign", "plain", Reopen],
  ] as const;
  return (
    <>
      {named.includes("DecidePartyCampaign") ? (
        <ButtonLink kind="main" href={`/party/campaigns/${campaign.id}/decision`}>
          {say("campaignActs.decide")}
        </ButtonLink>
      ) : null}
      {acts.map(([action, kind, Form]) => (
        <DeedButton
          key={action}
          named={named}
          action={action}
          kind={kind}
          label={say(`campaignActs.${action}`)}
        >
          {(close) => <Form campaign={campaign} close={close} />}
        </DeedButton>
      ))}
    </>
  );
}

function Close({ campaign, close }: Opened) {
  return (
    <Ask
      deed={ClosePartyCampaignDocument}
      name={`close-campaign.${campaign.id}`}
      title={say("campaignActs.closeSure")}
      confirm={say("campaignActs.ClosePartyCampaign")}
      done={say("campaignActs.closed")}
      empty={{}}
      variables={() => ({ campaign: campaign.id, version: campaign.version })}
      close={close}
    >
      {() => <p>{say("campaignActs.closeWhy")}</p>}
    </Ask>
  );
}

function Notify({ campaign, close }: Opened) {
  return (
    <Ask
      deed={NotifyPartyCampaignDocument}
      name={`notify.${campaign.id}`}
      title={say("campaignActs.notifySure")}
      confirm={say("campaignActs.NotifyPartyCampaign")}
      done={say("campaignActs.notified")}
      empty={{}}
      variables={() => ({ campaign: campaign.id, version: campaign.version })}
      close={close}
    >
      {() => <p>{say("campaignActs.notifyWhy")}</p>}
    </Ask>
  );
}

function Publish({ campaign, close }: Opened) {
  return (
    <Ask
      deed={PublishPartyCampaignDocument}
      name={`publish.${campaign.id}`}
      title={say("campaignActs.publishSure")}
      confirm={say("campaignActs.PublishPartyCampaign")}
      done={say("campaignActs.published")}
      empty={{}}
      variables={() => ({ campaign: campaign.id, version: campaign.version })}
      close={close}
    >
      {() => <p>{say("campaignActs.publishWhy")}</p>}
    </Ask>
  );
}

function Reopen({ campaign, close }: Opened) {
  return (
    <Ask
      deed={ReopenPartyCampaignDocument}
      name={`reopen.${campaign.id}`}
      title={say("campaignActs.reopenSure")}
      confirm={say("campaignActs.ReopenPartyCampaign")}
      done={say("campaignActs.reopened")}
      empty={{ reason: "" }}
      variables={({ reason }) =>
        reason.trim() === "" ? null : { campaign: campaign.id, version: campaign.version, reason }
      }
      close={close}
    >
      {(draft, change) => (
        <LongTextField
          label={say("party.reason")}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          maxLength={2000}
          isRequired
        />
      )}
    </Ask>
  );
}

function Extend({ campaign, close }: Opened) {
  return (
    <Ask
      deed={ExtendPartyDeadlineDocument}
      name={`extend.${campaign.id}`}
      title={say("campaignActs.ExtendPartyDeadline")}
      confirm={say("campaignActs.record")}
      done={say("campaignActs.extended")}
      empty={{ reason: "", document: NO_PAPER }}
      variables={({ reason, document }) => {
        const paper = paperOf(document);
        if (paper === null || reason.trim() === "") return null;
        return { campaign: campaign.id, version: campaign.version, reason, document: paper };
      }}
      close={close}
    >
      {(draft, change) => (
        <>
          <p>{say("campaignActs.extendWhy")}</p>
          <LongTextField
            label={say("party.reason")}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            maxLength={2000}
            isRequired
          />
          <PaperFields
            label={say("campaignActs.leave")}
            paper={draft.document}
            change={(document) => change({ document })}
          />
        </>
      )}
    </Ask>
  );
}

function DecideShare({ campaign, close }: Opened) {
  return (
    <Ask
      deed={DecidePartyShareDocument}
      name={`share.${campaign.id}`}
      title={say("campaignActs.DecidePartyShare")}
      confirm={say("campaignActs.decideShare")}
      done={say("campaignActs.shared")}
      empty={{ share: "25", reason: "", document: NO_PAPER }}
      variables={({ share, reason, document }) => {
        const paper = paperOf(document);
        if (paper === null || share === "" || reason.trim() === "") return null;
        const told = { share: shiftPoint(share, -2), reason, document: paper };
        return { campaign: campaign.id, version: campaign.version, ...told };
      }}
      close={close}
    >
      {(draft, change) => (
        <>
          <p>{say("campaignActs.shareWhy")}</p>
          <div className="criterion">
            <span className="criterion-name">{say("campaignActs.share")}</span>
            <MarkField
              label={say("campaignActs.share")}
              value={draft.share}
              most={MOST_SHARE}
              onChange={(share) => change({ share })}
            />
          </div>
          <LongTextField
            label={say("party.reason")}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            maxLength={2000}
            isRequired
          />
          <PaperFields
            label={say("party.decision")}
            paper={draft.document}
            change={(document) => change({ document })}
          />
        </>
      )}
    </Ask>
  );
}

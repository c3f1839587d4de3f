import { useGraph } from "@congtam/graph";
import { say } from "@congtam/i18n";
import { Fact, Facts, Nothing } from "@congtam/ui";

/** For an account that is nobody's here: what an administrator needs to link it. */
export function Unlinked() {
  const { unlinked } = useGraph().watch.session;
  return (
    <Nothing isPage title={say("shell.unlinked")}>
      <p>{say("shell.unlinkedWhy")}</p>
      {unlinked ? (
        <Facts>
          <Fact name={say("shell.issuer")}>{unlinked.issuer}</Fact>
          <Fact name={say("shell.subject")}>{unlinked.subject}</Fact>
        </Facts>
      ) : null}
    </Nothing>
  );
}

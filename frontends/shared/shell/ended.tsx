import { say } from "@congtam/i18n";
import { Button, Dialog } from "@congtam/ui";

/** The session is over while the page is open: nothing that was typed is lost. */
export function SessionEnded({
  someoneElse,
  unsent,
  signIn,
}: {
  someoneElse: boolean;
  /** What was being sent is not kept. */
  unsent: boolean;
  signIn: () => void;
}) {
  const why = unsent ? "shell.endedUnsent" : "shell.endedWhy";
  return (
    <Dialog title={say(someoneElse ? "shell.otherPerson" : "shell.ended")} close={null}>
      <p>{say(someoneElse ? "shell.otherPersonWhy" : why)}</p>
      <div className="dialog-actions">
        <Button kind="main" autoFocus onPress={someoneElse ? () => location.reload() : signIn}>
          {say(someoneElse ? "shell.reload" : "shell.signInAgain")}
        </Button>
      </div>
    </Dialog>
  );
}

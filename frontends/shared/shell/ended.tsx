import { say } from "@congtam/i18n";
import { Button, Dialog } from "@congtam/ui";

/** The session is over while the page is open: nothing that was typed is lost. */
export function SessionEnded({
  someoneElse,
  signIn,
}: {
  someoneElse: boolean;
  signIn: () => void;
}) {
  return (
    <Dialog title={say(someoneElse ? "shell.otherPerson" : "shell.ended")} close={null}>
      <p>{say(someoneElse ? "shell.otherPersonWhy" : "shell.endedWhy")}</p>
      <div className="dialog-actions">
        <Button kind="main" autoFocus onPress={someoneElse ? () => location.reload() : signIn}>
          {say(someoneElse ? "shell.reload" : "shell.signInAgain")}
        </Button>
      </div>
    </Dialog>
  );
}

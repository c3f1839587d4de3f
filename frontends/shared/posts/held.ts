import { dotted } from "@congtam/format";
import type { PostingMode } from "@congtam/graph";
import { say } from "@congtam/i18n";

/** What is out of the ordinary in how a post is held; empty where nothing is. */
export function heldAs({ mode, main }: { mode: PostingMode; main: boolean }): string {
  return dotted(
    mode !== "APPOINTED" && say(`structure.mode.${mode}`),
    !main && say("structure.beside"),
  );
}

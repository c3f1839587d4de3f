import { say } from "@congtam/i18n";
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { Icon } from "./icon";

export interface Told {
  text: string;
  tone: "good" | "bad";
}

const QUEUE = new ToastQueue<Told>({ maxVisibleToasts: 2 });
const LONG_ENOUGH = 5_000;

export function add({ text, tone }: Told): void {
  QUEUE.add({ text, tone }, tone === "good" ? { timeout: LONG_ENOUGH } : {});
}

/** Loaded with the first thing that is told. */
export default function Region() {
  return (
    <ToastRegion queue={QUEUE} className="toasts" aria-label={say("ui.notices")}>
      {({ toast }) => (
        <Toast toast={toast} className="toast" data-tone={toast.content.tone}>
          <ToastContent>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          <Button slot="close" className="button" data-kind="quiet" data-size="small">
            <Icon name="close" />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}

import { say } from "@congtam/i18n";
import { Button } from "./button";
import { Icon } from "./icon";

/** Back and on through pages; null where there is no such page. */
export interface Turns {
  back: (() => void) | null;
  on: (() => void) | null;
}

export function Pager({
  what,
  place,
  back,
  on,
}: Turns & {
  /** What is on the pages, where one screen has several lists. */
  what?: string;
  /** "Trang 2/7", where it is known. */
  place?: string;
}) {
  if (back === null && on === null) return null;
  return (
    <nav className="pager" aria-label={[say("ui.pages"), what].filter(Boolean).join(": ")}>
      <span className="quiet small">{place}</span>
      <div className="row">
        <Button size="small" isDisabled={back === null} onPress={() => back?.()}>
          <Icon name="left" />
          {say("ui.previous")}
        </Button>
        <Button size="small" isDisabled={on === null} onPress={() => on?.()}>
          {say("ui.next")}
          <Icon name="right" />
        </Button>
      </div>
    </nav>
  );
}

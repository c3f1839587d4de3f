import type { WhoQuery } from "@congtam/graph";
import type { Key } from "@congtam/i18n";
import type { ComponentType, ReactNode } from "react";
import type { PortalName } from "./portals";
import type { Screen } from "./route";

/** What a portal is made of. */
export interface Portal {
  name: PortalName;
  screens: readonly Screen[];
  menu: readonly MenuEntry[];
  /** What stands beside the sections of every screen. */
  aside?: ComponentType;
  /** Lets somebody to the screens, where the question of who he is does not tell it. */
  gate?: ComponentType<{ children: ReactNode }>;
}

/** A line of the portal's menu; `count` reads what waits there. */
export interface MenuEntry {
  path: string;
  title: Key;
  count?: (who: WhoQuery) => number;
  /** The screens of the section, each with a line of its own beneath the menu. */
  beneath?: readonly MenuPage[];
}

/** One screen of a section. */
export interface MenuPage {
  path: string;
  title: Key;
}

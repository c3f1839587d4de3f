import { useGraph, type WhoQuery } from "@congtam/graph";
import { say, useLanguage } from "@congtam/i18n";
import { Drafts, signOut } from "@congtam/session";
import { Menu, MenuChoice, MenuLink, MenuSection, useTheme } from "@congtam/ui";
import type { Portal } from "./portal";
import { pathOf, portalsOf } from "./portals";

/** Other portals, language, colours, signing out: loaded once the page itself is shown. */
export default function PersonMenu({ portal, who }: { portal: Portal; who: WhoQuery | null }) {
  const { watch } = useGraph();
  const [spoken, speak] = useLanguage();
  const [theme, wear] = useTheme();
  const others = who ? portalsOf(who).filter((each) => each !== portal.name) : [];
  const leave = () => {
    // At every entrance, since he signs out of all.
    new Drafts(localStorage, watch.session.person ?? "nobody").clear();
    void signOut(watch.session.csrfToken);
  };
  return (
    <Menu label={who?.me?.fullName ?? watch.session.name ?? say("shell.nobody")}>
      {others.length === 0 ? null : (
        <MenuSection title={say("shell.switch")}>
          {others.map((each) => (
            <MenuLink key={each} href={pathOf(each)} label={say(`portal.${each}`)} />
          ))}
        </MenuSection>
      )}
      <MenuSection title={say("shell.language")}>
        <MenuChoice chosen={spoken === "vi"} label="Tiếng Việt" act={() => speak("vi")} />
        <MenuChoice chosen={spoken === "en"} label="English" act={() => speak("en")} />
      </MenuSection>
      <MenuSection title={say("shell.theme")}>
        {(["system", "light", "dark"] as const).map((each) => (
          <MenuChoice
            key={each}
            chosen={theme === each}
            label={say(`theme.${each}`)}
            act={() => wear(each)}
          />
        ))}
      </MenuSection>
      <MenuSection title={say("shell.session")}>
        <MenuChoice label={say("shell.signOut")} act={leave} />
      </MenuSection>
    </Menu>
  );
}

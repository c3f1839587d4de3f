import { useAnswer, useGraph, WhoDocument, type WhoQuery } from "@congtam/graph";
import { language, say } from "@congtam/i18n";
import { loginUrl } from "@congtam/session";
import { later, Nothing } from "@congtam/ui";
import { Fragment, lazy, Suspense, useEffect, useSyncExternalStore } from "react";
import { SessionEnded } from "./ended";
import type { MenuEntry, Portal } from "./portal";
import { pathOf, portalsOf } from "./portals";
import { found, useRoute } from "./route";
import { Unlinked } from "./unlinked";
import { WhoContext } from "./who";

const PersonMenu = lazy(() => later.then(() => import("./person-menu")));

/** What stands around every screen: who is here, where to go, how the page looks. */
export function Shell({ portal }: { portal: Portal }) {
  const answer = useAnswer(WhoDocument, {});
  const who = answer.state === "ready" ? answer.data : null;
  useEffect(() => {
    document.documentElement.lang = language();
  }, []);
  return (
    <>
      <a className="skip" href="#content">
        {say("shell.skip")}
      </a>
      <header className="masthead">
        <div className="masthead-inner">
          <a className="brand" href={pathOf(portal.name)}>
            {say("shell.name")}
          </a>
          <Navigation portal={portal} who={who} />
          <Suspense fallback={<Person who={who} />}>
            <PersonMenu portal={portal} who={who} />
          </Suspense>
        </div>
        <Section portal={portal} />
      </header>
      <main id="content" tabIndex={-1}>
        <WhoContext value={who}>
          <Content portal={portal} who={who} />
        </WhoContext>
      </main>
      <Ended />
    </>
  );
}

/** Who is here, until the menu beneath the name is there. */
function Person({ who }: { who: WhoQuery | null }) {
  const { watch } = useGraph();
  return (
    <span className="button">
      <span className="menu-label">
        {who?.me?.fullName ?? watch.session.name ?? say("shell.nobody")}
      </span>
    </span>
  );
}

function Navigation({ portal, who }: { portal: Portal; who: WhoQuery | null }) {
  const path = useRoute();
  return (
    <nav className="navigation" aria-label={say("shell.menu")}>
      {portal.menu.map((entry) => {
        const count = who && entry.count ? entry.count(who) : 0;
        return (
          <a key={entry.path} href={entry.path} aria-current={current(holds(entry, path))}>
            {say(entry.title)}
            {count > 0 ? <span className="count">{count}</span> : null}
          </a>
        );
      })}
    </nav>
  );
}

/** The screens of the section that is shown, and what the portal has beside them. */
function Section({ portal }: { portal: Portal }) {
  const path = useRoute();
  const section = portal.menu.find((entry) => holds(entry, path));
  const { aside: Aside } = portal;
  if (!section?.beneath && !Aside) return null;
  // An address beneath several of them is the longest one's.
  const [shown] = (section?.beneath ?? [])
    .filter((each) => isUnder(path, each.path))
    .sort((left, right) => right.path.length - left.path.length);
  return (
    <div className="section">
      <nav className="navigation" aria-label={say("shell.section")}>
        {section?.beneath?.map((each) => (
          <a key={each.path} href={each.path} aria-current={current(each === shown)}>
            {say(each.title)}
          </a>
        ))}
      </nav>
      {Aside ? <Aside /> : null}
    </div>
  );
}

function holds(entry: MenuEntry, path: string): boolean {
  return (
    isUnder(path, entry.path) || (entry.beneath?.some((each) => isUnder(path, each.path)) ?? false)
  );
}

function isUnder(path: string, entry: string): boolean {
  const plain = (text: string) => text.replace(/\/$/, "");
  const isFirstPage = plain(entry).split("/").length === 2;
  return plain(path) === plain(entry) || (!isFirstPage && path.startsWith(`${plain(entry)}/`));
}

function current(is: boolean): "page" | undefined {
  return is ? "page" : undefined;
}

function Content({ portal, who }: { portal: Portal; who: WhoQuery | null }) {
  const here = found(portal.screens, useRoute());
  const { gate: Gate = Fragment } = portal;
  if (who && !who.me) return <Unlinked />;
  if (who && !portalsOf(who).includes(portal.name)) {
    return (
      <Nothing isPage title={say("shell.notYours", { portal: say(`portal.${portal.name}`) })}>
        <a href={pathOf("staff")}>{say("portal.staff")}</a>
      </Nothing>
    );
  }
  if (!here) {
    return (
      <Nothing isPage title={say("shell.nowhere")}>
        <a href={pathOf(portal.name)}>{say("shell.home")}</a>
      </Nothing>
    );
  }
  const { show: Show } = here.screen;
  return (
    <Gate>
      <Suspense fallback={null}>
        <Show params={here.params} />
      </Suspense>
    </Gate>
  );
}

function Ended() {
  const { watch } = useGraph();
  const standing = useSyncExternalStore(watch.subscribe, watch.standing);
  if (standing === "living") return null;
  return (
    <SessionEnded
      someoneElse={standing === "other-person"}
      unsent={standing === "unsent"}
      signIn={() => location.assign(loginUrl())}
    />
  );
}
